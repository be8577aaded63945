// Rules of single fields and of forms that a list of properties cannot say.
import { BAD_JSON, type Report } from './card-kinds.ts';
import { childrenOf, isObject, listOf } from './card-tree.ts';
import type { JsonObject } from './shapes.ts';

/** A chart whose spec the platform's own check refuses. */
const BAD_CHART = 200550;

const INITIAL: Readonly<Record<string, string>> = {
  date_picker: 'initial_date',
  picker_time: 'initial_time',
  picker_datetime: 'initial_datetime',
};

/** Options, defaults, placeholders, form actions. */
export function checkField(element: JsonObject, tag: string, path: string, isInForm: boolean, report: Report): void {
  const initial = INITIAL[tag];
  if (initial !== undefined && element[initial] === undefined && element['placeholder'] === undefined) {
    report(BAD_JSON, path, `没有 ${initial} 时必须有 placeholder`);
  }
  if (tag.includes('select_')) checkOptions(element, path, report);
  if (tag === 'button') checkButton(element, path, isInForm, report);
  if (tag === 'chart') checkChart(element['chart_spec'], path, report);
}

/** A form needs a submit button. */
export function checkForm(form: JsonObject, path: string, report: Report): void {
  if (!hasSubmit(form)) report(BAD_JSON, path, '表单必须有提交按钮（form_action_type: submit）');
}

const hasSubmit = (element: JsonObject): boolean =>
  childrenOf(element).some((child) => (child['tag'] === 'button' && child['form_action_type'] === 'submit') || hasSubmit(child));

function checkOptions(element: JsonObject, path: string, report: Report): void {
  const values = listOf(element['options']).map((option) => option['value']);
  if (new Set(values).size < values.length) report(BAD_JSON, `${path} -> options`, '选项的 value 重复');
  const { initial_option: one, initial_index: index, selected_values: many } = element;
  const chosen = [...(one === undefined || one === '' ? [] : [one]), ...(Array.isArray(many) ? (many as readonly unknown[]) : [])];
  // A person choice without options offers all members of the chat.
  const isOpen = values.length === 0 && String(element['tag']).endsWith('_person');
  if (!isOpen && chosen.some((value) => !values.includes(value))) report(BAD_JSON, path, '默认值不在选项之中');
  if (typeof index === 'number' && index > values.length) report(BAD_JSON, `${path} -> initial_index`, '超出选项的个数');
}

function checkButton(element: JsonObject, path: string, isInForm: boolean, report: Report): void {
  const action = element['form_action_type'];
  if (isInForm && action === undefined) report(BAD_JSON, path, '表单里的按钮只能是提交或重置');
  if (!isInForm && action !== undefined) report(BAD_JSON, path, 'form_action_type 只能用在表单里');
}

function checkChart(spec: unknown, path: string, report: Report): void {
  if (!isObject(spec)) report(BAD_CHART, `${path} -> chart_spec`, '应为对象');
  else if (typeof spec['type'] !== 'string') report(BAD_CHART, `${path} -> chart_spec -> type`, '缺少图表类型');
  else if (!isObject(spec['data']) && !Array.isArray(spec['data'])) report(BAD_CHART, `${path} -> chart_spec -> data`, '缺少数据');
}
