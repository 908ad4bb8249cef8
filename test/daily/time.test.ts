import { describe, expect, it, test } from 'vitest';
import { dueAt } from '../../src/daily/calendar.ts';
import { readTime } from '../../src/daily/time.ts';
import { readZone, suggestZones } from '../../src/daily/zones.ts';

test.each([
  ['07:30', '07:30'],
  ['7.30', '07:30'],
  ['7:30pm', '19:30'],
  ['7:30 p.m.', '19:30'],
  ['7pm', '19:00'],
  ['0730', '07:30'],
  ['730', '07:30'],
  ['7h30', '07:30'],
  [' 9 ', '09:00'],
  ['12am', '00:00'],
  ['12:05 AM', '00:05'],
  ['12pm', '12:00'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['12:60', null],
  ['13pm', null],
  ['0am', null],
  ['noon', '12:00'],
  ['12 Noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
  ['afternoon', null],
  ['', null],
  ['-1', null],
])('the time “%s” is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

describe('a time zone', () => {
  it.each([
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['kiev', 'Europe/Kyiv'],
    ['NY', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['Los Angeles', 'America/Los_Angeles'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['EST', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['+05:45', '+05:45'],
    ['UTC+3', '+03:00'],
    ['utc +3', '+03:00'],
    ['GMT+2', '+02:00'],
    ['GMT-3:30', '-03:30'],
    ['UTC\u22125', '-05:00'],
    ['UTC+0530', '+05:30'],
    ['+3', '+03:00'],
    ['UTC+0', 'UTC'],
    ['Etc/GMT+2', 'Etc/GMT+2'],
    ['Moscow time', 'Europe/Moscow'],
    ['Kyiv time', 'Europe/Kyiv'],
    ['Eastern Standard Time', 'America/New_York'],
    ['EEST', 'Europe/Kyiv'],
    ['JST', 'Asia/Tokyo'],
    ['HST', 'Pacific/Honolulu'],
    ['\u0130stanbul', 'Europe/Istanbul'],
    ['Zürich', 'Europe/Zurich'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Africa/Asmera', 'Africa/Asmara'],
    ['Africa/Asmara', 'Africa/Asmara'],
    ['asmara', 'Africa/Asmara'],
    ['Pacific/Ponape', 'Pacific/Pohnpei'],
    ['Pohnpei', 'Pacific/Pohnpei'],
    ['Pacific/Truk', 'Pacific/Chuuk'],
    ['Pacific/Enderbury', 'Pacific/Kanton'],
    ['Pacific/Kanton', 'Pacific/Kanton'],
    ['America/Coral_Harbour', 'America/Atikokan'],
    ['Turkey', 'Europe/Istanbul'],
    ['US/Eastern', 'America/New_York'],
    ['Київ', 'Europe/Kyiv'],
    ['київ', 'Europe/Kyiv'],
    ['Украина', 'Europe/Kyiv'],
    ['Ukrayna', 'Europe/Kyiv'],
    ['Москва', 'Europe/Moscow'],
    ['Moskova', 'Europe/Moscow'],
    ['Türkiye', 'Europe/Istanbul'],
    ['Туреччина', 'Europe/Istanbul'],
    ['Стамбул', 'Europe/Istanbul'],
    ['Німеччина', 'Europe/Berlin'],
    ['Польша', 'Europe/Warsaw'],
    ['Birleşik Krallık', 'Europe/London'],
    ['Нью-Йорк', 'America/New_York'],
  ])('is known as “%s”', (typed, zone) => {
    expect(readZone(typed)).toBe(zone);
    expect(dueAt('2026-05-16', '09:00', zone)).not.toBeNull();
  });

  it.each(['istambul', 'atlantis', '', 'Mars/Olympus', 'AST', 'IST', 'UTC+15', 'UTC+3:75', 'time'])(
    'is not “%s”',
    (typed) => {
      expect(readZone(typed)).toBeNull();
    },
  );

  it.each([
    ['kiev', 'Europe/Kyiv'],
    ['ny', 'America/New_York'],
    ['istambul', 'Europe/Istanbul'],
    ['cassablanca', 'Africa/Casablanca'],
    ['lord h', 'Australia/Lord_Howe'],
    ['kath', 'Asia/Kathmandu'],
    ['AST', 'America/Halifax'],
    ['IST', 'Asia/Kolkata'],
    ['utc+3', '+03:00'],
    ['\u0130stan', 'Europe/Istanbul'],
    ['Украіна', 'Europe/Kyiv'],
    ['моск', 'Europe/Moscow'],
    ['cambridge bay time', 'America/Cambridge_Bay'],
  ])('is offered first for “%s”', (typed, zone) => {
    expect(suggestZones(typed, 5)[0]).toBe(zone);
  });

  it('is asked about where its abbreviation has several meanings', () => {
    expect(suggestZones('AST', 3)).toEqual(['America/Halifax', 'America/Anchorage', 'Asia/Riyadh']);
  });

  it('is never looked for by more than a name has', () => {
    expect(suggestZones('x'.repeat(100_000), 25)).toEqual([]);
  });

  it('is offered before anything is typed, and no more than asked for', () => {
    expect(suggestZones('', 25)).toContain('Europe/Kyiv');
    expect(suggestZones('a', 25)).toHaveLength(25);
  });
});
