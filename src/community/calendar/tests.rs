//! Recurrences held against another implementation, and what a rule can say wrong.

use super::*;
use crate::community::zone::{INFORMAL_ZONES, zone, zone_names};

fn day(year: i16, month: i8, day: i8) -> Day {
    format!("{year:04}-{month:02}-{day:02}").parse().unwrap()
}
use jiff::civil::date;

#[test]
fn a_local_time_is_read_to_the_minute_and_without_an_offset() {
    for text in ["2026-01-14T16:00", "2026-01-14T16:00:00", "2026-01-14 16:00", "2026-01-14 16:00:00"] {
        assert_eq!(at(text).to_string(), "2026-01-14T16:00");
    }
    let offset = |text: &str| Err(format!("`{text}` has an offset, but the zone belongs in `tz`"));
    let other = |text: &str| Err(format!("`{text}` is no time such as `2026-01-14T16:00`"));
    for (text, expected) in [
        ("2026-01-14T16:00Z", offset("2026-01-14T16:00Z")),
        ("2026-01-14T16:00z", offset("2026-01-14T16:00z")),
        ("2026-01-14T16:00:00+01:00", offset("2026-01-14T16:00:00+01:00")),
        ("2026-01-14 16:00-05", offset("2026-01-14 16:00-05")),
        ("2026-01-14T16:00[Europe/Berlin]", offset("2026-01-14T16:00[Europe/Berlin]")),
        ("2026-02-30T16:00", other("2026-02-30T16:00")),
        ("2026-01-14T24:00", other("2026-01-14T24:00")),
        ("2026-01-14T16:00:30", other("2026-01-14T16:00:30")),
        ("2026-01-14T9:00", other("2026-01-14T9:00")),
        ("2026-01-14", other("2026-01-14")),
        ("14 ä", other("14 ä")),
        ("", other("")),
    ] {
        assert_eq!(text.parse::<LocalTime>(), expected, "{text}");
    }
}

#[test]
fn a_zone_has_an_iana_name_spelled_as_in_the_database() {
    for name in ["Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "Etc/GMT-1", "UTC"] {
        assert_eq!(zone(name).unwrap().name(), name);
    }
    for (name, suggestions) in [
        ("europe/berlin", vec!["Europe/Berlin"]),
        ("utc", vec!["UTC"]),
        ("PT", vec!["America/Los_Angeles"]),
        ("Pacific Time", vec!["America/Los_Angeles"]),
        ("PT (Pacific Time)", vec!["America/Los_Angeles"]),
        ("Pacific Standard Time", vec!["America/Los_Angeles"]),
        ("EST", vec!["America/New_York"]),
        ("CET", vec!["Europe/Berlin"]),
        ("Central European Summer Time", vec!["Europe/Berlin"]),
        ("IST", vec!["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        ("UTC+1", vec!["Etc/GMT-1"]),
        ("GMT+2", vec!["Etc/GMT-2"]),
        ("UTC -05:00", vec!["Etc/GMT+5"]),
        ("+0", vec!["UTC"]),
        ("UTC+99", vec![]),
        ("UTC-128", vec![]),
        ("Europe/Berlln", vec![]),
        ("Etc/Unknown", vec![]),
        ("1", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(zone(name).unwrap_err().suggestions, suggestions, "{name}");
    }
}

#[test]
fn an_error_about_a_zone_says_what_to_write_instead() {
    for (name, message) in [
        ("PT", "`PT` is no IANA time zone; use `America/Los_Angeles`"),
        ("CST", "`CST` is an ambiguous time zone; use one of `America/Chicago`, `Asia/Shanghai`"),
        ("UTC+1", "`UTC+1` is no IANA time zone; name a place, or use `Etc/GMT-1` if its clocks never change"),
        ("Mars/Olympus", "`Mars/Olympus` is no IANA time zone such as `Europe/Berlin`"),
    ] {
        assert_eq!(zone(name).unwrap_err().to_string(), message);
    }
}

#[test]
fn every_listed_zone_is_accepted_and_every_suggestion_is_listed() {
    let names: Vec<String> = zone_names().collect();
    assert!(names.is_sorted() && names.len() > 400);
    assert!(names.iter().all(|name| zone(name).is_ok()));
    assert!(INFORMAL_ZONES.iter().flat_map(|(_, zones)| *zones).all(|zone| names.iter().any(|name| name == zone)));
}

#[test]
fn a_day_rule_is_written_as_it_is_read() {
    for text in ["TH", "1TH", "-1FR", "53SU", "-53MO"] {
        assert_eq!(text.parse::<DayRule>().unwrap().to_string(), text);
    }
    assert_eq!("+2TU".parse(), Ok(DayRule { ordinal: Some(2), weekday: Weekday::Tuesday }));
    for text in ["", "H", "th", "0TH", "54TH", "-54TH", "--1TH", "1 TH", "1", "TH1", "999TH", "é", "éTH"] {
        assert_eq!(text.parse::<DayRule>(), Err(format!("`{text}` is no weekday such as `TH`, `1TH` or `-1FR`")));
    }
}

#[test]
fn a_weekly_meeting_keeps_its_local_time_over_both_changes_of_the_clock() {
    let meeting = series("2026-01-15T16:00", "America/New_York", Some(rule(Freq::Weekly)));
    assert_eq!(
        utc(&occurrences(&meeting, date(2026, 3, 1), 3)),
        ["2026-03-05T21:00:00Z", "2026-03-12T20:00:00Z", "2026-03-19T20:00:00Z"]
    );
    assert_eq!(
        utc(&occurrences(&meeting, date(2026, 10, 22), 3)),
        ["2026-10-22T20:00:00Z", "2026-10-29T20:00:00Z", "2026-11-05T21:00:00Z"]
    );
    assert_eq!(starts(&occurrences(&meeting, date(2026, 10, 29), 2)), ["2026-10-29T16:00", "2026-11-05T16:00"]);
}

#[test]
fn a_skipped_time_comes_out_later_and_a_doubled_one_is_the_first() {
    let night = series("2026-03-28T02:30", "Europe/Berlin", Some(rule(Freq::Daily)));
    let spring = occurrences(&night, date(2026, 3, 28), 3);
    assert_eq!(starts(&spring), ["2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30"]);
    assert_eq!(utc(&spring), ["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]);
    assert_eq!(spring[1].original, at("2026-03-29T02:30"));
    assert_eq!(utc(&occurrences(&night, date(2026, 10, 25), 1)), ["2026-10-25T00:30:00Z"]);
}

#[test]
fn an_event_without_a_rule_takes_place_once() {
    let once = series("2026-01-14T16:00", "UTC", None);
    assert_eq!(starts(&occurrences(&once, date(2026, 1, 14), 9)), ["2026-01-14T16:00"]);
    assert_eq!(occurrences(&once, date(2026, 1, 15), 9), []);
    assert_eq!(occurrences(&once, date(2026, 1, 14), 0), []);
}

#[test]
fn the_start_comes_first_and_exceptions_count() {
    let thursdays = Recurrence { by_day: vec![by("TH")], count: Some(4), ..rule(Freq::Weekly) };
    let mut meeting = series("2026-01-14T16:00", "Europe/Berlin", Some(thursdays));
    meeting.exceptions = vec![date(2026, 1, 22)];
    assert_eq!(
        starts(&occurrences(&meeting, Date::MIN, 9)),
        ["2026-01-14T16:00", "2026-01-15T16:00", "2026-01-29T16:00"]
    );
}

#[test]
fn until_includes_its_local_day() {
    let rule = Recurrence { until: Some(day(2026, 1, 28)), ..rule(Freq::Weekly) };
    let evening = series("2026-01-14T21:00", "America/New_York", Some(rule));
    assert_eq!(
        utc(&occurrences(&evening, Date::MIN, 9)),
        ["2026-01-15T02:00:00Z", "2026-01-22T02:00:00Z", "2026-01-29T02:00:00Z"]
    );
}

#[test]
fn overrides_move_or_cancel_and_order_is_that_of_the_actual_starts() {
    let mut meeting = series("2026-01-07T16:00", "Europe/Berlin", Some(rule(Freq::Weekly)));
    meeting.overrides = vec![
        change("2026-01-07", Some("2026-02-05T09:00")),
        change("2026-01-21", None),
        change("2026-02-04", Some("2026-01-09T10:00")),
    ];
    let found = occurrences(&meeting, date(2026, 1, 8), 4);
    assert_eq!(starts(&found), ["2026-01-09T10:00", "2026-01-14T16:00", "2026-01-28T16:00", "2026-02-05T09:00"]);
    assert_eq!((found[3].original, found[3].note.as_deref()), (at("2026-01-07T16:00"), Some("changed")));
    assert_eq!(found[1].note, None);
    assert_eq!(starts(&occurrences(&meeting, date(2026, 1, 8), 1)), ["2026-01-09T10:00"]);
    assert_eq!(starts(&occurrences(&meeting, date(2026, 1, 10), 2)), ["2026-01-14T16:00", "2026-01-28T16:00"]);
    meeting.overrides = vec![change("2026-01-08", Some("2026-01-09T10:00"))];
    assert_eq!(starts(&occurrences(&meeting, Date::MIN, 2)), ["2026-01-07T16:00", "2026-01-14T16:00"]);
}

#[test]
fn a_few_occurrences_are_the_first_ones_whatever_was_moved() {
    let mut meeting = series("2026-01-07T16:00", "Europe/Berlin", Some(rule(Freq::Weekly)));
    meeting.overrides = vec![change("2026-01-07", Some("2026-03-01T16:00"))];
    assert_eq!(starts(&occurrences(&meeting, Date::MIN, 1)), ["2026-01-14T16:00"]);
    meeting.overrides = vec![change("2026-01-21", Some("2026-01-01T16:00"))];
    assert_eq!(starts(&occurrences(&meeting, Date::MIN, 1)), ["2026-01-01T16:00"]);
}

#[test]
fn absurd_rules_end() {
    let every = |freq| Recurrence { interval: u32::MAX, ..rule(freq) };
    for rule in [every(Freq::Daily), every(Freq::Weekly), every(Freq::Monthly), every(Freq::Yearly)] {
        assert_eq!(occurrences(&series("2024-02-29T16:00", "UTC", Some(rule)), Date::MIN, usize::MAX).len(), 1);
    }
    let never = Recurrence { by_month_day: vec![30], by_day: vec![by("53MO")], ..rule(Freq::Monthly) };
    let leap = Recurrence { interval: 0, ..rule(Freq::Yearly) };
    let odd_leap = Recurrence { interval: 4, ..rule(Freq::Yearly) };
    for (start, rule, expected) in [
        ("2026-02-28T16:00", never, 1),
        ("2024-02-29T16:00", leap, 25),
        ("2024-02-29T16:00", odd_leap, 25),
        ("2026-01-01T16:00", Recurrence { by_set_pos: vec![2], ..rule(Freq::Daily) }, 1),
        ("2026-01-01T16:00", Recurrence { count: Some(0), ..rule(Freq::Daily) }, 1),
        ("2026-01-01T16:00", rule(Freq::Daily), 36525),
        ("2026-01-01T16:00", Recurrence { until: Some(Date::MAX.into()), ..rule(Freq::Daily) }, 36525),
        ("9999-12-30T16:00", rule(Freq::Daily), 2),
        ("9999-12-31T16:00", rule(Freq::Weekly), 1),
        ("0000-01-01T16:00", rule(Freq::Yearly), 101),
    ] {
        let series = series(start, "Africa/Casablanca", Some(rule));
        assert_eq!(occurrences(&series, Date::MIN, usize::MAX).len(), expected, "{series:?}");
        assert_eq!(occurrences(&series, Date::MAX, usize::MAX).len(), 0);
    }
}

#[test]
fn a_sound_series_has_no_problems() {
    let mut meeting = series("2026-01-14T16:00", "Europe/Berlin", Some(rule(Freq::Weekly)));
    meeting.exceptions = vec![date(2026, 1, 21)];
    meeting.overrides = vec![change("2026-01-28", Some("2026-01-29T16:00")), change("2026-02-04", None)];
    assert_eq!(problems(&meeting), [""; 0]);
    assert_eq!(problems(&series("2026-01-14T16:00", "UTC", None)), [""; 0]);
    let workday = ["MO", "TU", "WE", "TH", "FR"].map(by).to_vec();
    let last = Recurrence { by_day: workday, by_set_pos: vec![-1], ..rule(Freq::Monthly) };
    assert_eq!(problems(&series("2026-01-30T16:00", "UTC", Some(last))), [""; 0]);
}

#[test]
fn a_rule_that_cannot_be_meant_is_a_problem() {
    let thursdays = Recurrence { by_day: vec![by("TH")], ..rule(Freq::Weekly) };
    let early = Recurrence { until: Some(day(2026, 1, 13)), ..rule(Freq::Weekly) };
    let both = Recurrence { until: Some(day(2026, 1, 14)), count: Some(0), interval: 0, ..rule(Freq::Weekly) };
    let numbered = Recurrence { by_day: vec![by("1WE")], by_month_day: vec![14], ..rule(Freq::Weekly) };
    let outside = Recurrence { by_month_day: vec![14, 32], by_set_pos: vec![1, 0], ..rule(Freq::Monthly) };
    let never = Recurrence { by_day: vec![by("6WE")], ..rule(Freq::Monthly) };
    let other_day = "the start 2026-01-14 (Wednesday) does not fit its rule, whose first day is 2026-01-15 (Thursday)";
    for (rule, expected) in [
        (thursdays, &[other_day][..]),
        (early, &["until 2026-01-13 is before the start 2026-01-14"]),
        (both, &["the interval is 0", "the count is 0", "until and count exclude each other"]),
        (
            numbered,
            &[
                "only a monthly or yearly rule can number its weekdays",
                "a weekly rule cannot have days of the month",
                "the rule gives no day",
            ],
        ),
        (
            outside,
            &[
                "a day of the month is not from 1 to 31 or from -31 to -1",
                "a set position is not from 1 to 366 or from -366 to -1",
            ],
        ),
        (
            Recurrence { by_set_pos: vec![1], ..rule(Freq::Daily) },
            &["a set position needs weekdays or days of the month"],
        ),
        (never, &["the rule gives no day"]),
    ] {
        assert_eq!(problems(&series("2026-01-14T16:00", "UTC", Some(rule))), expected);
    }
}

#[test]
fn a_change_to_no_day_of_the_series_is_a_problem() {
    let mut meeting = series("2026-01-14T16:00", "UTC", Some(rule(Freq::Weekly)));
    meeting.exceptions = vec![date(2026, 1, 22), date(2026, 1, 28)];
    meeting.overrides = vec![change("2026-01-07", None), change("2026-01-28", Some("2026-01-29T16:00"))];
    assert_eq!(
        problems(&meeting),
        [
            "the exception 2026-01-22 is no day of the series",
            "the override 2026-01-07 is no day of the series",
            "the override 2026-01-28 is not the only change to that day",
        ]
    );
    let mut once = series("2026-03-29T02:30", "Europe/Berlin", None);
    once.duration_minutes = 0;
    once.exceptions = vec![date(2026, 3, 29)];
    assert_eq!(
        problems(&once),
        [
            "the duration is 0",
            "exceptions and overrides need a recurrence",
            "clocks in Europe/Berlin skip 2026-03-29T02:30",
        ]
    );
}

pub(crate) fn at(text: &str) -> LocalTime {
    text.parse().unwrap()
}

pub(crate) fn by(text: &str) -> DayRule {
    text.parse().unwrap()
}

pub(crate) fn rule(freq: Freq) -> Recurrence {
    let (by_day, by_month_day, by_set_pos) = (vec![], vec![], vec![]);
    Recurrence { freq, interval: 1, by_day, by_month_day, by_set_pos, until: None, count: None }
}

pub(crate) fn series(start: &str, name: &str, recurrence: Option<Recurrence>) -> Series {
    let (exceptions, overrides) = (vec![], vec![]);
    Series { start: at(start), zone: zone(name).unwrap(), duration_minutes: 60, recurrence, exceptions, overrides }
}

pub(crate) fn change(day: &str, new_start: Option<&str>) -> Override {
    Override { date: day.parse().unwrap(), new_start: new_start.map(at), note: Some("changed".into()) }
}

fn starts(occurrences: &[Occurrence]) -> Vec<String> {
    occurrences.iter().map(|occurrence| occurrence.start.to_string()).collect()
}

fn utc(occurrences: &[Occurrence]) -> Vec<String> {
    occurrences.iter().map(|occurrence| occurrence.utc.to_string()).collect()
}
