"""核对一份 SSJ-1 抽签记录：只用 Python 3 标准库，可以从头读到尾，与抽签程序没有共用的代码。
用法：python3 ssj1.py 记录.json [--lock 封签摘要（SHA-256）] [--locked-at 封签时间] [--close 封存摘要]
每项一行：通过或不通过｜项目｜应为｜实为。退出码：0 全部通过，1 有一项不通过，2 文件读不了或用法不对。"""
import argparse, collections, datetime, hashlib, json, re, sys
QUICKNET, FIRST_ROUND, PERIOD, FULL = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971', 1692803367, 3, float('inf')
def sha(data): return hashlib.sha256(data).digest()
def H(text): return sha(text.encode()).hex()
def J(value): return json.dumps(value, ensure_ascii=False, separators=(',', ':'), sort_keys=True)  # RFC 8785 的写法
def say(value): return (value if isinstance(value, str) else J(value))[:160]
def twice(items): return [x for x, times in collections.Counter(items).items() if times > 1]
def tree(leaves):  # RFC 6962 的默克尔树根：叶前加 00，节点前加 01，从小于叶数的最大的 2 的幂处分开
    half = (1 << (len(leaves) - 1).bit_length()) >> 1
    return sha(b'\1' + tree(leaves[:half]) + tree(leaves[half:])) if len(leaves) > 1 else sha(leaves[0] if leaves else b'')
def moment(v):  # RFC 3339 时间是 1970 年以来的第几秒；不是时间则为 None
    m = re.fullmatch(r'(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:[0-5]\d)', v if isinstance(v, str) else '', re.A)
    try: return m and datetime.datetime.fromisoformat(m[1] + m[3].replace('Z', '+00:00')).timestamp()
    except ValueError: return None
# ---- 记录的形式。函数：值要满足它；{}：恰有这些键，带 ? 的可缺；[]：列表；()：任选其一；ANY：随后重算，不看形式 ----
def one(*words): return lambda v: any(type(v) is type(word) and v == word for word in words)
def like(pattern): return lambda v: isinstance(v, str) and re.fullmatch(pattern, v) is not None
def text(v): return isinstance(v, str) and len(v) <= 200 and '\r\n' not in v and not re.search('[\ud800-\udfff]', v)
def count(v): return type(v) is int and 0 <= v < 2 ** 53
name, time, weights = (lambda v: text(v) and v != ''), (lambda v: moment(v) is not None), (lambda v: isinstance(v, dict) and all(map(count, v.values())))
ID, HASH, MAYBE, FLAG, ANY = like('[0-9A-Za-z._-]{1,64}'), like('[0-9a-f]{64}'), (one(None), text), one(True, False), lambda v: True
LIST, BY, PLACE, SPOT = {'n': count, 'root': HASH}, {'by': name}, {'object': ID, 'inspector': ID}, {'object': ID, 'slot': count}
DRAND, LOTTERY = {'type': one('drand'), 'chain': HASH, 'round': count}, {'type': one('lottery'), 'game': name, 'issue': name}
DICE, CHAIN = {'type': one('dice'), 'count': count, 'sides': count}, {'link': HASH, 'length': count}
LAYER = {'id': text, 'category': text, 'risk?': text, 'num': count, 'den': count, 'min': count, 'base': one('pool', 'all')}
CHANGE = ({'kind': one('replace'), 'out': ID, 'places': [ID], 'withdraw': FLAG}, {'kind': one('fill'), 'places': [SPOT]},
    {'kind': one('swap'), 'a': PLACE, 'b': PLACE, 'recused': one('a', 'b', 'both')}, {'kind': one('substitute'), 'object': ID})
MANIFEST = {'v': one('SSJ-1'), 'draw': ID, 'lockedAt': time, 'roster': LIST, 'inspectors': LIST, 'recusals': LIST, 'prev': HASH,
    'rules': {'document': text, 'weights': weights, 'team': {'size': count, 'lead': FLAG}, 'strata': [LAYER]}, 'eventChain': CHAIN,
    'entropy': {'mode': one('drand', 'lottery', 'dice', 'witness'), 'contributors': [BY], 'serverCommit': HASH, 'beacon': (DRAND, LOTTERY, DICE, one(None))}}
RECORD = {'v': one('SSJ-1'), 'manifest': MANIFEST, 'manifestHash': ANY, 'recusals': [{'object': text, 'inspector': text}],
    'roster': [{'id': text, 'name': text, 'category': text, 'risk': MAYBE, 'excluded': MAYBE, 'forced': MAYBE}], 'contributions': [{**BY, 'value': text}],
    'inspectors': [{'id': text, 'lead': FLAG, 'categories': [text], 'cap': count, 'load': count, 'excluded': MAYBE}], 'beaconTypedBy?': [name],
    'beacon': ({**DRAND, 'randomness': HASH, 'signature': like('[0-9a-f]{96}')}, {**LOTTERY, 'numbers': [count]}, {**DICE, 'throws': [count]}, one(None)),
    'seed': ANY, 'objects': [ANY], 'inspectorSeed': ANY, 'teams': ANY, 'unfilled': ANY, 'finalTeams': ANY, 'events': [{'n': ANY, 'link': HASH,
        'seed': ANY, 'result': ANY, 'request': {'change': CHANGE, 'ground': name, 'decidedBy': name, 'words': text, 'at': time}}]}
def faults(v, form, at='记录'):  # 哪些地方不合形式
    if isinstance(form, tuple): return [] if any(not faults(v, each) for each in form) else [at]
    if isinstance(form, list) and isinstance(v, list): return [x for i, each in enumerate(v) for x in faults(each, form[0], f'{at}[{i}]')]
    if not isinstance(form, dict) or not isinstance(v, dict): return [] if callable(form) and form(v) else [at]
    odd = [k for k in v if k[-1:] == '?' or not (k in form or k + '?' in form)] + [k for k in form if k[-1] != '?' and k not in v]
    return [f'{at}.{k}' for k in odd] or [x for k in v for x in faults(v[k], form.get(k) or form[k + '?'], f'{at}.{k}')]
def none(expected, bad): return expected, '；'.join(map(say, bad[:5])) if bad else expected  # 应为、实为：没有毛病就写成一样
def judged(checks): return [(title, J(expected) == J(found), expected, found) for title, expected, found in checks]
def belongs(row, layer): return row['category'] == layer['category'] and layer.get('risk', row['risk']) == row['risk']
def check_seal(rec, man):  # ---- 以下核对封签、规则、见证与末项：每项是 (项目, 应为, 实为)，相同即通过 ----
    yield '封签摘要', H(J(man)), rec['manifestHash']
    for key, title, order in ('roster', '机构名单', ['id']), ('inspectors', '执法检查人员名单', ['id']), ('recusals', '回避名单', ['object', 'inspector']):
        leaves = [b'\0' + J(row).encode() for row in sorted(rec[key], key=lambda row: [row[k] for k in order])]
        yield from [(f'{title}的行数', man[key]['n'], len(leaves)), (f'{title}的摘要', man[key]['root'], tree(leaves).hex())]
def check_rules(rec, man):
    strata, size, mode, plan = man['rules']['strata'], man['rules']['team']['size'], man['entropy']['mode'], man['entropy']['beacon']
    objects, people, by = [r['id'] for r in rec['roster']], [p['id'] for p in rec['inspectors']], [c['by'] for c in man['entropy']['contributors']]
    pairs, torn = [(r['object'], r['inspector']) for r in rec['recusals']], [r['id'] for r in rec['roster'] if sum(belongs(r, s) for s in strata) > 1]
    yield '编号', *none('编号合规且互不相同', [i for ids in (objects, people) for i in [x for x in ids if not ID(x)] + twice([x.lower() for x in ids])])
    yield '回避登记', *none('只涉及名单内的机构和人员，且不重复', [p for p in pairs if p[0] not in objects or p[1] not in people] + twice(pairs))
    yield '抽取层次', *none('每家机构至多属于一层', twice([s['id'] for s in strata]) + torn)
    yield '抽取比例', *none('比例在 0 与 1 之间', [s['id'] for s in strata if s['den'] < 1 or s['num'] > s['den']])
    yield '风险权重', *none('权重为 1 至 100 的整数', [risk for risk, weight in man['rules']['weights'].items() if not 1 <= weight <= 100])
    yield '见证人名单', *none('服务器在首位，各人不重复，人数足够', [] if by[:1] == ['server'] and not twice(by) and (mode == 'drand' or len(by) > 2) else [by])
    fine = mode == (plan['type'] if plan else 'witness') and (mode != 'dice' or plan['count'] > 0 and plan['sides'] > 1)
    yield '末项约定', *none('封签时已约定，与抽签方式相符', [] if fine else [plan])
    if plan and plan['type'] == 'drand':
        at, lock = FIRST_ROUND + (plan['round'] - 1) * PERIOD, moment(man['lockedAt'])
        when = none(f"晚于封签时间 {man['lockedAt']}", [] if plan['round'] > 0 and at > lock else [f'1970 年以来第 {at} 秒，封签于第 {lock} 秒'])
        yield from [('随机信标的链', QUICKNET, plan['chain']), ('随机信标的产生时间', *when)]
    yield from [('每组人数', *none('至少 2', [] if 2 <= size <= 100 else [size])), ('变更链', *none('至少 1', [] if man['eventChain']['length'] > 0 else [0]))]
def check_ceremony(rec, draw, entropy):
    plan, beacon, typed, by = entropy['beacon'] or {}, rec['beacon'] or {}, rec.get('beaconTypedBy'), [c['by'] for c in entropy['contributors']]
    order, given, kind = [c['by'] for c in rec['contributions']], {c['by']: c['value'] for c in rec['contributions']}, beacon.get('type')
    fine = order == [b for b in by if b in given] and order[:1] == ['server'] and (entropy['mode'] != 'witness' or len(order) > 2)
    yield '见证内容的名单', *none('只有名单内的人，各一次，次序一致', [] if fine else [order])
    yield '服务器随机数的承诺', entropy['serverCommit'], H(f"SSJ-1/commit\n{draw}\nserver\n{given['server']}") if 'server' in given else '没有公开'
    numbers, throws, fine = beacon.get('numbers', [0]), beacon.get('throws', []), plan.get('type') == kind and plan == {key: beacon[key] for key in plan}
    fits = [] != numbers == sorted(numbers) and len(throws) == beacon.get('count', 0) and all(1 <= face <= beacon['sides'] for face in throws)
    yield '末项', *none('与封签时约定的相符，格式正确', [] if fine and fits else [beacon])
    if kind == 'drand': yield '随机信标的随机值', sha(bytes.fromhex(beacon['signature'])).hex(), beacon['randomness']
    fine = len(typed or []) > 1 and not twice(typed) and set(typed) <= set(by) - {'server'} if kind in ('lottery', 'dice') else typed is None
    yield '末项的录入人', *none('开奖号码、骰子点数由至少两名见证人分别录入；其他方式没有录入人', [] if fine else [typed])
def draw_objects(rec, rules, seed):  # ---- 以下重新抽取、分组、变更 ----
    for layer in rules['strata']:
        rows = [r for r in rec['roster'] if belongs(r, layer)]
        pool = [r for r in rows if r['excluded'] is None and r['forced'] is None]
        quota = max(layer['min'], -(-len(rows if layer['base'] == 'all' else pool) * layer['num'] // layer['den']))  # 向上取整
        ticket = lambda r: min(H(f"{seed}:object:{r['id']}#{j + 1}") for j in range(rules['weights'].get(r['risk'], 1)))
        order, forced = [i for _, i in sorted((ticket(r), r['id']) for r in pool)], sorted(r['id'] for r in rows if r['excluded'] is None and r['forced'] is not None)
        yield {'stratum': layer['id'], 'forced': forced, 'drawn': order[:quota], 'reserve': order[quota:]}
class Table:  # 谁坐在哪个位置；位置是 (机构, 第几个)
    def __init__(self, rec, layers, objects):
        self.slots, self.lead, self.objects, self.at = range(rec['manifest']['rules']['team']['size']), rec['manifest']['rules']['team']['lead'], objects, {}
        self.people, self.category = {p['id']: p for p in rec['inspectors'] if p['excluded'] is None}, {r['id']: r['category'] for r in rec['roster']}
        self.apart = {(r['object'], r['inspector']) for r in rec['recusals']}  # 回避
        self.reserve = {i: queue for each in layers for queue in [list(each['reserve'])] for i in each['drawn'] + queue}
    def team(self, o): return [self.at.get((o, slot)) for slot in self.slots]
    def teams(self): return [{'object': o, 'team': self.team(o)} for o in self.objects]
    def held(self, i): return [place for place, who in self.at.items() if who == i]  # 先坐下的在前
    def load(self, i): return n if (n := self.people[i]['load'] + len(self.held(i))) < self.people[i]['cap'] else FULL
    def able(self, who, o, slot): return self.category[o] in who['categories'] and (who['lead'] or slot > 0 or not self.lead)
    def suits(self, i, o, slot): return i in self.people and (o, i) not in self.apart and self.able(self.people[i], o, slot)
    def free(self, i, o, slot): return self.suits(i, o, slot) and i not in self.team(o)
    def seat(self, i, o): return next((place for place in self.held(i) if place[0] == o), None)
    def assign(self, seed):
        order = sorted(self.people, key=lambda i: (H(f'{seed}:inspector:{i}#0'), i))  # 洗牌
        for empty in [(o, slot) for o in self.objects for slot in self.slots]:
            direct = [i for i in order if self.free(i, *empty)]
            least = min(map(self.load, direct), default=FULL)
            mover, place, via = self.chain(empty, least, order)
            while mover: mover, self.at[place], place = self.at.pop(place, None), mover, via[place]  # 换位链：依次向空位移一步
            met = lambda i: sum(mate in self.team(o) for o, _ in self.held(i) for mate in self.team(empty[0]) if mate)  # 直接派：与组员搭档少的先，再比签
            if least < FULL and empty not in self.at: self.at[empty] = min((met(i), H(f'{seed}:inspector:{i}#{least + 1}'), i) for i in direct if self.load(i) == least)[2]
    def chain(self, empty, best, order):  # 从空位出发，广度优先，找任务比 best 更少的人
        via, queue, seen, end, at, idle = {empty: None}, [empty], set(), None, None, min(map(self.load, order), default=FULL)
        for place in queue if idle < best else []:  # 队列边走边加长
            near = [(place[0], slot) for slot, mate in enumerate(self.team(place[0])) if mate and self.suits(mate, *place)]
            for i in [i for i in order if i not in seen and self.free(i, *place)]:
                if self.load(i) < best: end, at, best = i, place, self.load(i)
                seen, near = seen | {i}, near + self.held(i)
            queue += [each for each in dict.fromkeys(near) if each not in via]
            via = {**dict.fromkeys(near, place), **via}
        return end, at, via
    def refill(self, spots, seed):  # 变更后依次补位：任务最少，再比签
        for spot in spots: self.at.pop(spot, None)
        for spot in spots:
            order = [(self.load(i), H(f'{seed}:inspector:{i}#{self.load(i) + 1}'), i) for i in self.people if self.load(i) < FULL and self.free(i, *spot)]
            self.at.update({spot: min(order)[2]} if order else {})
        return [{'object': spot[0], 'in': self.at.get(spot)} for spot in spots]
    def change(self, c, seed):  # 做一项变更，返回其结果；不允许则为 None
        if c['kind'] == 'fill':  # 补空位
            spots = [(p['object'], p['slot']) for p in c['places']]
            fine = spots and not twice(spots) and all(spot[0] in self.objects and spot[1] in self.slots and spot not in self.at for spot in spots)
            return self.refill(spots, seed) if fine else None
        if c['kind'] == 'replace':  # 回避一家，或不参与本次检查
            out, places, own = c['out'], c['places'], [o for o in self.objects if self.seat(c['out'], o)]
            if out not in self.people or not (places == own if c['withdraw'] else len(places) == 1 and places[0] in own): return None
            spots, self.apart = [self.seat(out, o) for o in places], self.apart | {(o, out) for o in places}
            if c['withdraw']: del self.people[out]
            return self.refill(spots, seed)
        if c['kind'] == 'swap':  # 两人互换
            (a, i), (b, j) = [(c[k]['object'], c[k]['inspector']) for k in 'ab']
            here, there = self.seat(i, a), self.seat(j, b)
            if not here or not there or a == b or i == j or not self.free(i, *there) or not self.free(j, *here): return None
            self.apart |= {pair for k, pair in (('a', (a, i)), ('b', (b, j))) if c['recused'] in (k, 'both')}
            self.at[here], self.at[there] = j, i
            return True
        if c['object'] not in self.objects: return None
        old, queue = [self.at.pop((c['object'], slot), None) for slot in self.slots], self.reserve.get(c['object'], [])
        self.objects = [o for o in self.objects if o != c['object']] + queue[:1]
        new = queue.pop(0) if queue else None  # 递补：下一家接过原来的组，不合适的人换掉；没有下一家就散组
        self.at.update({(new, slot): i for slot, i in enumerate(old) if new and i and self.suits(i, new, slot)})
        out = [(i, slot) for slot, i in enumerate(old) if new and i and (new, slot) not in self.at]
        return {'object': new, 'changes': [{'out': i, 'in': self.refill([(new, slot)], seed)[0]['in']} for i, slot in out]}
def check_outcome(rec, man):
    about = {'v': man['v'], 'draw': man['draw'], 'manifest': H(J(man)), 'contributions': rec['contributions'], 'beacon': rec['beacon']}
    layers = list(draw_objects(rec, man['rules'], seed := H(J({**about, 'stage': 'objects'}))))
    objects, most = [i for each in layers for i in each['forced'] + each['drawn']], man['eventChain']['length']
    inspector_seed, table = H(J({**about, 'stage': 'inspectors', 'objects': objects})), Table(rec, layers, objects)
    table.assign(inspector_seed)
    yield from [('机构抽取的种子', seed, rec['seed']), ('抽取结果的层数', len(layers), len(rec['objects']))]
    for each, found in zip(layers, rec['objects'] + [None] * len(layers)): yield f"抽中与递补次序（{each['stratum']}）", each, found
    yield from [('人员分配的种子', inspector_seed, rec['inspectorSeed']), ('检查组', table.teams(), rec['teams'])]
    yield '空缺位置', [{'object': o, 'slot': slot} for o in objects for slot in table.slots if (o, slot) not in table.at], rec['unfilled']
    for n, (event, link) in enumerate(zip(rec['events'], [man['eventChain']['link']] + [each['link'] for each in rec['events']]), 1):
        title, change = f'第 {n} 次变更', event['request']['change']
        seed = H(J({'v': man['v'], 'draw': man['draw'], 'stage': 'event', 'n': n, 'change': H(J(change)), 'link': event['link']}))
        yield from [(f'{title}的序号', n, event['n']), (f'{title}的链值', link, H(event['link'])), (f'{title}的种子', seed, event['seed'])]
        yield f'{title}在封签时约定的次数之内', *none(f'不超过 {most} 次', [] if n <= most else [n])
        yield f'{title}是否允许', *none('符合回避、交换、递补的规则', [change] if (result := table.change(change, seed)) is None else [])
        if result is None: break  # 不允许的变更之后，无从重算
        yield f'{title}的结果', result, event['result']
    yield '变更后的检查组', sorted(table.teams(), key=lambda each: each['object']), rec['finalTeams']
def verify(source, lock=None, locked_at=None, close=None):  # 返回 (各项：项目、是否通过、应为、实为；没有核对的)
    bad = []
    def number(token): return int(token) if re.fullmatch('0|-?[1-9][0-9]*', token) else bad.append(token) or float(token)
    rec = json.loads(source, object_pairs_hook=lambda items: bad.extend(twice([key for key, _ in items])) or dict(items), parse_int=number, parse_float=number)
    lines = [('文件的写法', *none('没有重复的字段，数字都写成整数', bad)), ('记录的形式', *none('字段齐全，没有多余，各项格式正确', faults(rec, RECORD)))]
    if lines[1][1] != lines[1][2]: return judged(lines), ['形式不对，其余各项都没有核对']
    man, rules, others = rec['manifest'], list(check_rules(rec, rec['manifest'])), [c for c in rec['contributions'] if c['by'] != 'server']
    sound = all(line[1] for line in judged(rules))
    shown = [('封签摘要', lock, H(J(man))), ('封签时间', locked_at and moment(locked_at), moment(man['lockedAt'])), ('封存摘要', close, H(J(others)))]
    lines += [*check_seal(rec, man), *rules, *check_ceremony(rec, man['draw'], man['entropy'])]
    lines += [(f'群内公布的{what}', given, own) for what, given, own in shown if given] + (list(check_outcome(rec, man)) if sound else [])
    left = [f'没有出示群内公布的{what}' for what, given, _ in shown if not given] + ([] if sound else ['封签规则不成立，抽取和分组没有重新计算'])
    drand = ['随机信标的签名本身（BLS12-381）：只核对了随机值是它的 SHA-256，签名请用 verifier.html 核对'] * (man['entropy']['mode'] == 'drand')
    return judged(lines), left + drand + ['名单所载事实、开奖号码和日期或骰子点数、变更的理由和批准、此后是否还有变更：以公告和工作记录为准']
if __name__ == '__main__':
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for each in ('record', '--lock', '--locked-at', '--close'): options.add_argument(each)
    args, _ = options.parse_args(), sys.stdout.reconfigure(errors='backslashreplace')  # 屏幕编码里没有的字照样印得出
    lock, close = [each and re.sub(r'[\s-]', '', each).lower() for each in (args.lock, args.close)]
    if not (HASH(lock or '0' * 64) and HASH(close or '0' * 64) and time(args.locked_at or '2000-01-01T00:00:00Z')): options.error('摘要须为 64 位十六进制，时间须带时区')
    try: lines, left = verify(open(args.record, encoding='utf-8-sig').read(), lock, args.locked_at, close)
    except (OSError, ValueError, RecursionError) as problem: options.error(f'读不了 {args.record}：{problem}')
    for title, same, expected, found in lines: print('通过' if same else '不通过', title, '应为 ' + say(expected), '实为 ' + say(found), sep='｜')
    failed, agrees = [line for line in lines if not line[1]], '，并与群内封签公告一致。' if lock else '。没有出示群内的封签摘要，不能证明它就是当时封签的那一份。'
    print('\n没有核对的：', *left, f'\n不通过：有 {len(failed)} 项核对不上，这份记录不可信。' if failed else '\n通过：记录自洽' + agrees, sep='\n')
    sys.exit(1 if failed else 0)
