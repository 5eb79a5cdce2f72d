/** Writes numbers, shares, times and weeks as a reader wants them. */

const DAY = 24 * 60 * 60 * 1000;
const NUMBER = new Intl.NumberFormat('en', {maximumFractionDigits: 1});

/** A number with at most one digit behind the point. */
export function number(value) {
  return NUMBER.format(value);
}

/** A share as a whole percentage. */
export function percent(share) {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** Hours as hours. */
export function hours(value) {
  return `${number(value)}\u00a0h`;
}

/** Hours also as days, where they are many. */
export function hoursAndDays(value) {
  return value < 48 ? hours(value) : `${hours(value)} (${number(value / 24)}\u00a0days)`;
}

/** The Monday of an ISO week such as 2026-W47, as a date. */
export function mondayOf(week) {
  const [year, number] = week.split('-W').map(Number);
  const fourth = Date.UTC(year, 0, 4);
  return dateOf(mondayBefore(fourth) + (number - 1) * 7 * DAY);
}

/** The ISO week of a date. */
export function weekOf(date) {
  const thursday = mondayBefore(Date.parse(date)) + 3 * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Every ISO week from the first to the last, also those in which nothing happened. */
export function weeksBetween(first, last) {
  const weeks = [];
  const end = Date.parse(mondayOf(last));
  for (let at = Date.parse(mondayOf(first)); at <= end; at += 7 * DAY) {
    weeks.push(weekOf(dateOf(at)));
  }
  return weeks;
}

function mondayBefore(time) {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return time - weekday * DAY;
}

function dateOf(time) {
  return new Date(time).toISOString().slice(0, 10);
}
