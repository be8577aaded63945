// Pressing something on a card: what the client refuses by itself, what it sends, and what it then shows.
import { type Answer } from './answers.ts';
import { elementsOf, isObject, listOf, type Place, textOf } from './card-tree.ts';
import { readContent } from './content.ts';
import { CARD_TOKEN_LIFE_MS } from './delayed-update.ts';
import { readField, readForm } from './form-values.ts';
import { CARD_LIFE_MS } from './open-messages.ts';
import type { Member } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import { readReply } from './press-reply.ts';
import type { ActionAnswer, ActionRequest, JsonObject } from './shapes.ts';
import type { PushOutcome } from './transport.ts';
import { type Message, newId } from './world.ts';

type Action = { readonly kind: 'send'; readonly action: JsonObject } | { readonly kind: 'answer'; readonly answer: ActionAnswer };

/** Presses for `by`; resolves within the platform's time limit. */
export async function press(state: PlatformState, by: Member, message: Message, request: ActionRequest): Promise<ActionAnswer> {
  const action = actionOf(state, message, request);
  if (action.kind === 'answer') return action.answer;
  const token = newId('c-');
  const outcome = await state.delivery.call(state.envelopes.press(by, message, token, action.action));
  const shown = shownFor(state, outcome);
  state.cardTokens.set(token, { message: message.id, until: state.clock.now() + CARD_TOKEN_LIFE_MS, uses: 0 });
  const latest = state.world.message(message.id) ?? message;
  if (shown.card !== undefined) {
    state.change({ ...latest, card: shown.card, content: JSON.stringify(shown.card), updatedAt: state.clock.now() });
  }
  return shown;
}

/** What the client does before anything is sent. */
function actionOf(state: PlatformState, message: Message, request: ActionRequest): Action {
  if (message.isRecalled) return clientRefuses('消息已撤回');
  if (message.card === null) return clientRefuses('这条消息不是卡片');
  if (state.clock.now() - message.at > CARD_LIFE_MS) return clientRefuses('卡片已超过 14 天，不能再操作');
  const found = findPressed(message.card, request.button);
  if (typeof found === 'string') return clientRefuses(found);
  const { element, form } = found;
  if (element['disabled'] === true) return clientRefuses(disabledReason(element));
  if (element['form_action_type'] === 'reset') return { kind: 'answer', answer: {} };
  const behaviors = listOf(element['behaviors']);
  const link = behaviors.find((one) => one['type'] === 'open_url')?.['default_url'];
  const callback = behaviors.find((one) => one['type'] === 'callback');
  if (callback === undefined && form === null && found.tag !== 'input') {
    return typeof link === 'string' ? { kind: 'answer', answer: { url: link } } : clientRefuses('这个组件没有设置回调');
  }
  return sendable(message.card, found, request, callback?.['value']);
}

function sendable(card: JsonObject, found: Place, request: ActionRequest, value: unknown): Action {
  const { element, form, tag } = found;
  const named: { readonly name?: string } = typeof element['name'] === 'string' ? { name: element['name'] } : {};
  const common = { ...(value === undefined ? {} : { value }), tag, timezone: 'Asia/Shanghai', ...named };
  if (tag === 'button' && form !== null) {
    // As the real client: without a callback behaviour on the submit button the user sees 200340.
    if (value === undefined) return { kind: 'answer', answer: { error: { code: 200340, text: errorText(200340) } } };
    const reading = readForm(card, form, request.form ?? {});
    return reading.kind === 'refused' ? clientRefuses(reading.text) : { kind: 'send', action: { ...common, form_value: reading.values } };
  }
  if (tag === 'button' || tag === 'interactive_container') return { kind: 'send', action: common };
  if (form !== null) return clientRefuses('表单里的字段随提交按钮一起发送');
  const reading = readField(found, request.form?.[named.name ?? '']);
  if (reading.kind === 'refused') return clientRefuses(reading.text);
  const field = tag === 'input' ? 'input_value' : tag === 'checker' ? 'checked' : 'option';
  return { kind: 'send', action: { ...common, [field]: reading.value } };
}

/** By name, else by index path, else by the text on it. A text is the complaint. */
function findPressed(card: JsonObject, wanted: string): Place | string {
  const places = elementsOf(card);
  const byName = places.find((place) => place.element['name'] === wanted && place.tag !== 'form');
  const byPath = places.find((place) => place.path === wanted);
  const byText = places.filter((place) => place.tag === 'button' && textOf(place.element) === wanted);
  if (byName !== undefined) return byName;
  if (byPath !== undefined) return byPath;
  if (byText.length > 1)
    return `卡片上有 ${byText.length} 个“${wanted}”按钮，请用序号路径（${byText.map((place) => place.path).join('、')}）指明`;
  return byText[0] ?? `卡片上没有“${wanted}”`;
}

function shownFor(state: PlatformState, outcome: PushOutcome): ActionAnswer {
  if (outcome.kind === 'answered') return readReply(outcome.data, (card) => acceptCard(state, card));
  return failure({ offline: 200340, 'too-late': 200341, failed: 200671 }[outcome.kind]);
}

function acceptCard(state: PlatformState, card: JsonObject): Answer | null {
  const content = readContent(state, 'interactive', JSON.stringify(card));
  return content.kind === 'refused' ? content.answer : null;
}

function disabledReason(element: JsonObject): string {
  const tips = element['disabled_tips'];
  return isObject(tips) && typeof tips['content'] === 'string' ? `不能按：${tips['content']}` : '这个按钮现在不能按';
}

/** The sentence under which the real client shows a callback's failure. */
const errorText = (code: number): string => `出错了，请稍后重试 code: ${code}`;

const failure = (code: number): ActionAnswer => ({ error: { code, text: errorText(code) } });
const clientRefuses = (text: string): Action => ({ kind: 'answer', answer: { error: { code: 0, text } } });
