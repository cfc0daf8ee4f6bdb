# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wall clocks and schedules, one instant at a time: is this restriction on, whose turn is it, who is on call?"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = 86_400
RAILS = {"Eastern Time (US & Canada)": "America/New_York", "London": "Europe/London", "Istanbul": "Europe/Istanbul",
         "Brasilia": "America/Sao_Paulo"}


@lru_cache(None)
def zone_of(name):
    return ZoneInfo(RAILS.get(name, name))


@lru_cache(None)
def offset_at(zone, instant):
    return int(datetime.fromtimestamp(instant, zone_of(zone)).utcoffset().total_seconds())


@lru_cache(None)
def wall_date(zone, instant):
    return datetime.fromtimestamp(instant, zone_of(zone)).date()


@lru_cache(None)
def instant_of(zone, day, second):
    """fold=0: of two instants the earlier; a skipped one by the offset from before."""
    wall = datetime(day.year, day.month, day.day) + timedelta(seconds=second)
    return int(wall.replace(tzinfo=zone_of(zone), fold=0).timestamp())


def recurs_at(zone, times, instant):
    """Whether one of the recurring times is on: looks back over every day it may have begun on."""
    today = wall_date(zone, instant)
    for back in range(-1, 9):
        day = today - timedelta(days=back)
        for weekday, second, length in times:
            if weekday in (0, day.isoweekday()) and \
                    instant_of(zone, day, second) <= instant < instant_of(zone, day, second + length):
                return True
    return False


def recurring_bounds(zone, times, window):
    """Every instant at which one of them may begin or end."""
    day = wall_date(zone, window[0]) - timedelta(days=9)
    while day <= wall_date(zone, window[1]) + timedelta(days=1):
        for weekday, second, length in times:
            if weekday in (0, day.isoweekday()):
                yield instant_of(zone, day, second)
                yield instant_of(zone, day, second + length)
        day += timedelta(days=1)


class Turns:
    """Turns of whole days change hands by the clock on the wall, all others after a fixed time."""

    def __init__(self, zone, first, length):
        self.zone, self.first, self.length = zone, first, length
        self.days = length // DAY if length % DAY == 0 else 0
        self.wall = first + offset_at(zone, first)  # as if it were UTC
        self.day = date(1970, 1, 1) + timedelta(days=self.wall // DAY)

    def start(self, number):
        if not self.days:
            return self.first + number * self.length
        if number == 0:
            return self.first
        return instant_of(self.zone, self.day + timedelta(days=number * self.days), self.wall % DAY)

    def number_at(self, instant):
        """Guessed from the wall clock, then put right."""
        if not self.days:
            return (instant - self.first) // self.length
        number = (instant + offset_at(self.zone, instant) - self.wall) // self.length
        while self.start(number + 1) <= instant:
            number += 1
        while self.start(number) > instant:
            number -= 1
        return number


def layer_user(zone, layer, instant):
    """Who this layer alone names; None for nobody."""
    if not layer["users"] or instant < layer["start"] or (layer["end"] is not None and instant >= layer["end"]):
        return None
    if layer["restrictions"] and not recurs_at(zone, layer["restrictions"], instant):
        return None
    turn = Turns(zone, layer["virtual"], layer["turn"]).number_at(instant)
    return layer["users"][turn % len(layer["users"])]


def on_call_by_rules(schedule, instant, first_wins):
    """(user, layer) by overrides, then layers from the top; (None, None) for nobody."""
    for start, end, user, _ in schedule["overrides"]:
        if start <= instant < end:
            return user, -1
    order = range(len(schedule["layers"]))
    for index in order if first_wins else reversed(order):
        user = layer_user(schedule["zone"], schedule["layers"][index], instant)
        if user is not None:
            return user, index
    return None, None


def layer_bounds(zone, layer, window):
    yield layer["start"]
    if layer["end"] is not None:
        yield layer["end"]
    yield from recurring_bounds(zone, layer["restrictions"], window)
    turns = Turns(zone, layer["virtual"], layer["turn"])
    for number in range(turns.number_at(window[0]), turns.number_at(window[1]) + 2):
        yield turns.start(number)


def zone_changes(zone, window):
    """Clock changes, found by halving: nothing is taken from a table of transitions."""
    at = window[0]
    while at < window[1]:
        step = min(at + 3_600, window[1])
        if offset_at(zone, at) != offset_at(zone, step):
            low, high = at, step
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset_at(zone, middle) == offset_at(zone, at) else (low, middle)
            yield high
        at = step
