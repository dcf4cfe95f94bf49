"""The pictures of knowledge/pictures.txt: a "draw" line becomes a shape with its numbers.

A picture is WIDTH wide. y grows downward. Angles are in degrees. A body faces right: a limb at 0 hangs
straight down and a larger angle moves it forward; a trunk at 0 is upright; a foot at 0 points
forward and a larger angle lifts the toes. Instead of its angles a leg or an arm can be given the
place where it must end ("at X Y"); the joint between is then worked out.

  floor X1 X2 Y          wall X Y1 Y2           box X Y WIDTH HEIGHT     ball X Y RADIUS
  dot X Y RADIUS         line X Y X Y ...       dash X Y X Y ...         curve X Y X Y ...
  shape X Y ... (closed) limb WIDTH X Y ...     far WIDTH X Y ...        arrow X Y X Y ...
  say X Y left|middle|right WORDS
  body X Y trunk A [head A]; near THIGH SHANK FOOT | near at X Y FOOT [back]; far ...; arm UPPER FORE |
       arm at X Y [back]; arm2 ...      X Y is the hip
  foot X Y [arch N] [turn A] [size S] [left]    seen from its inner side; X Y is the back of the heel
  sole X Y left|right [size S]                  seen from above, toes up; X Y is the back of the heel
"""
import math
import re

WIDTH = 440
KINDS = ['floor', 'wall', 'box', 'ball', 'dot', 'line', 'dash', 'curve', 'shape', 'limb', 'far', 'arrow', 'say', 'body']
# How many numbers a shape has: exactly, or at least and in twos.
EXACT = {'floor': 3, 'wall': 3, 'box': 4, 'ball': 3, 'dot': 3}
LEAST = {'line': 4, 'dash': 4, 'curve': 4, 'shape': 6, 'arrow': 4}
TRUNK, NECK, THIGH, SHANK, FOOT, UPPER, FORE = 48, 17, 38, 38, 18, 25, 25

FOOT_SIDE = [(1, -16), (0, -6), (8, 0), (34, 0), (58, -3), (84, -3), (110, 0), (134, 1), (154, -2), (157, -9), (150, -15),
             (132, -19), (110, -29), (86, -45), (68, -62), (62, -84), (60, -104), (24, -104), (21, -84), (17, -62),
             (13, -42), (5, -28)]
ARCH = (4, 5)  # which of these points the arch lifts
SOLE = [(0, 0), (-17, -8), (-23, -28), (-26, -58), (-32, -90), (-34, -106), (-27, -119), (-12, -127), (8, -131),
        (26, -127), (32, -112), (27, -92), (18, -68), (16, -44), (20, -24), (15, -7)]
TOES = [(19, -144, 12), (1, -147, 8), (-12, -142, 7), (-23, -134, 6.5), (-32, -123, 6)]


class Trouble(Exception):
    pass


def numbers(words):
    try:
        return [float(w) for w in words]
    except ValueError as e:
        raise Trouble(f'"{" ".join(words)}" holds something that is no number') from e


def ray(at, angle, length):
    a = math.radians(angle)
    return (at[0] + length * math.sin(a), at[1] + length * math.cos(a))


def bend(at, end, upper, lower, forward):
    """The joint between two limbs that must end at a place."""
    dx, dy = end[0] - at[0], end[1] - at[1]
    far = math.hypot(dx, dy)
    if far > upper + lower + 0.5:
        raise Trouble(f'({end[0]:g}, {end[1]:g}) is {far:.0f} away; it reaches {upper + lower}')
    far = min(far, upper + lower)
    along = (upper ** 2 - lower ** 2 + far ** 2) / (2 * far)
    out = math.sqrt(max(0, upper ** 2 - along ** 2)) * (1 if forward else -1)
    ux, uy = dx / far, dy / far
    return (at[0] + along * ux + out * uy, at[1] + along * uy - out * ux)


def limb(words, at, upper, lower, forward):
    """joint, end, what is left of the words."""
    if words[:1] == ['at']:
        end = tuple(numbers(words[1:3]))
        rest = words[3:]
        if rest[-1:] == ['back']:
            forward, rest = not forward, rest[:-1]
        return bend(at, end, upper, lower, forward), end, rest
    first, second = numbers(words[:2])
    joint = ray(at, first, upper)
    return joint, ray(joint, second, lower), words[2:]


def body(text):
    parts = [p.split() for p in text.split(';')]
    head = parts[0]
    if len(head) not in (4, 6) or head[2] != 'trunk' or head[4:5] not in ([], ['head']):
        raise Trouble('a body begins with "X Y trunk A" and perhaps "head A"')
    hip, lean = tuple(numbers(head[:2])), numbers(head[3:4])[0]
    nod = numbers(head[5:])[0] if head[4:] else lean
    up = lambda at, angle, length: ray(at, 180 - angle, length)
    neck = up(hip, lean, TRUNK)
    points = [neck, up(neck, nod, NECK), hip]
    limbs = {p[0]: p[1:] for p in parts[1:] if p}
    if not {'near', 'far', 'arm'} <= set(limbs) <= {'near', 'far', 'arm', 'arm2'}:
        raise Trouble('a body has "near", "far", "arm" and perhaps "arm2"')
    for leg in ('near', 'far'):
        knee, ankle, rest = limb(limbs[leg], hip, THIGH, SHANK, True)
        if len(rest) != 1:
            raise Trouble(f'"{leg}" ends with the angle of the foot')
        points += [knee, ankle, ray(ankle, 90 + numbers(rest)[0], FOOT)]
    for arm in ('arm', 'arm2'):
        if arm in limbs:
            elbow, hand, rest = limb(limbs[arm], neck, UPPER, FORE, False)
            if rest:
                raise Trouble(f'"{arm}" has more than it takes')
            points += [elbow, hand]
    return [('body', [x for p in points for x in p], '')]


def options(words, known):
    found = {}
    while words:
        if words[0] not in known:
            raise Trouble(f'"{words[0]}" is not known there; use {", ".join(known)}')
        found[words[0]] = numbers(words[1:2])[0] if known[words[0]] else True
        words = words[2:] if known[words[0]] else words[1:]
    return found


def foot(words):
    x, y = numbers(words[:2])
    o = options(words[2:], {'arch': True, 'turn': True, 'size': True, 'left': False})
    a, size, flip = math.radians(o.get('turn', 0)), o.get('size', 1), -1 if 'left' in o else 1
    out = []
    for i, (px, py) in enumerate(FOOT_SIDE):
        py -= o.get('arch', 0) if i in ARCH else 0
        qx, qy = px * math.cos(a) + py * math.sin(a), py * math.cos(a) - px * math.sin(a)
        out += [x + flip * size * qx, y + size * qy]
    return [('shape', out, '')]


def sole(words):
    x, y = numbers(words[:2])
    if words[2:3] not in (['left'], ['right']):
        raise Trouble('a sole is left or right')
    size = options(words[3:], {'size': True}).get('size', 1)
    flip = 1 if words[2] == 'left' else -1
    shapes = [('shape', [v for px, py in SOLE for v in (x + flip * size * px, y + size * py)], '')]
    return shapes + [('ball', [x + flip * size * px, y + size * py, size * r], '') for px, py, r in TOES]


def shapes_of(text):
    """The shapes of one "draw" line: (kind, numbers, words)."""
    kind, _, rest = text.partition(' ')
    if kind == 'body':
        return body(rest)
    words = rest.split()
    if kind in ('foot', 'sole'):
        return {'foot': foot, 'sole': sole}[kind](words)
    if kind == 'say':
        match = re.match(r'(\S+) (\S+) (left|middle|right) (.+)$', rest)
        if not match:
            raise Trouble('"say" takes X Y, left, middle or right, and words')
        place = ['left', 'middle', 'right'].index(match.group(3))
        return [('say', numbers(match.groups()[:2]) + [place], match.group(4))]
    if kind not in KINDS:
        raise Trouble(f'"{kind}" is nothing to draw; use {", ".join(KINDS + ["foot", "sole"])}')
    values = numbers(words)
    wide = kind in ('limb', 'far')
    least = 5 if wide else LEAST.get(kind, EXACT.get(kind))
    if kind in EXACT and len(values) != EXACT[kind]:
        raise Trouble(f'"{kind}" takes {EXACT[kind]} numbers')
    if kind not in EXACT and (len(values) < least or (len(values) - wide) % 2):
        raise Trouble(f'"{kind}" takes {"a width and " if wide else ""}points, two numbers each')
    return [(kind, values, '')]


def outside(shape, height):
    """Whether a point of it lies off the picture."""
    kind, values, _ = shape
    if kind == 'floor':
        points = [(values[0], values[2]), (values[1], values[2])]
    elif kind == 'wall':
        points = [(values[0], values[1]), (values[0], values[2])]
    elif kind == 'box':
        points = [(values[0], values[1]), (values[0] + values[2], values[1] + values[3])]
    elif kind in ('ball', 'dot', 'say'):
        points = [tuple(values[:2])]
    else:
        flat = values[1:] if kind in ('limb', 'far') else values
        points = list(zip(flat[::2], flat[1::2], strict=True))
    return any(not (0 <= x <= WIDTH and 0 <= y <= height) for x, y in points)
