import { describe, expect, it } from 'vitest';
import { dueAt, localDate, nextDue } from '../../src/daily/calendar.ts';

const at = (date: string, time: string, zone: string) => {
  const due = dueAt(date, time, zone);
  return due === null ? null : new Date(due).toISOString();
};

const zones = [
  'America/New_York',
  'Europe/Istanbul',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Europe/Kyiv',
  'America/Sao_Paulo',
  'UTC',
  'Pacific/Chatham',
];

/** Days of a year, counted by UTC, where no clock ever changes. */
const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)).filter(
    (date) => date.startsWith(String(year)),
  );

describe('the moment of a local time', () => {
  it('reads the wall clock of the zone', () => {
    expect(at('2026-07-01', '07:30', 'Europe/Kyiv')).toBe('2026-07-01T04:30:00.000Z');
    expect(at('2026-01-01', '07:30', 'Europe/Kyiv')).toBe('2026-01-01T05:30:00.000Z');
    expect(at('2026-01-01', '00:00', 'Asia/Kathmandu')).toBe('2025-12-31T18:15:00.000Z');
  });

  it('takes the first moment that exists, where the clocks skip the time', () => {
    expect(at('2026-03-29', '03:30', 'Europe/Kyiv')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-08', '02:59', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    // Half an hour only.
    expect(at('2026-10-04', '02:10', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00.000Z');
    // The clocks went forward at midnight.
    expect(at('2018-11-04', '00:00', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('takes the first of two, where the clocks go back', () => {
    expect(at('2026-10-25', '03:30', 'Europe/Kyiv')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('has none on a date that the zone skipped', () => {
    expect(at('2011-12-30', '09:00', 'Pacific/Apia')).toBeNull();
    expect(nextDue('2011-12-29', 0, '09:00', 'Pacific/Apia').date).toBe('2011-12-31');
  });
});

describe('the next post', () => {
  it.each(zones)('comes once on each day of a year in %s, at any hour', (zone) => {
    for (const time of ['00:00', '02:30', '03:15', '12:00', '23:59']) {
      const dates: string[] = [];
      let due = nextDue('2025-12-31', 0, time, zone);
      let last = Number.NEGATIVE_INFINITY;
      while (due.date < '2027') {
        expect(localDate(due.at, zone)).toBe(due.date);
        expect(due.at).toBeGreaterThan(last);
        dates.push(due.date);
        last = due.at;
        due = nextDue(due.date, last, time, zone);
      }
      expect(dates).toEqual(daysOf(2026));
    }
  });

  it('leaves out every date of 2011 that Samoa left out, and no other', () => {
    const dates: string[] = [];
    for (let due = nextDue('2010-12-31', 0, '09:00', 'Pacific/Apia'); due.date < '2012'; ) {
      dates.push(due.date);
      due = nextDue(due.date, due.at, '09:00', 'Pacific/Apia');
    }
    expect(dates).toEqual(daysOf(2011).filter((date) => date !== '2011-12-30'));
  });

  it('steps over a long time away to the first moment that is not past', () => {
    const from = Date.parse('2026-05-16T10:00:00Z');
    expect(nextDue('2024-01-01', from, '09:00', 'UTC').date).toBe('2026-05-17');
    expect(nextDue('2024-01-01', from, '10:00', 'UTC').date).toBe('2026-05-16');
    expect(nextDue('2024-01-01', from, '23:30', 'Pacific/Apia').date).toBe('2026-05-16');
  });
});
