//! Calendars as exact text, and held against another implementation and another database of zones.

use super::*;

fn day(year: i16, month: i8, day: i8) -> crate::data::Date {
    format!("{year:04}-{month:02}-{day:02}").parse().unwrap()
}
use crate::community::calendar::tests::{by, change, rule, series};
use crate::community::calendar::{occurrences, problems};
use crate::community::zone::{zone, zone_names};
use chrono::{DateTime as Instant, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _, Utc};
use jiff::civil::date;
use rrule::RRuleSet;

#[test]
fn a_small_calendar_is_exactly_this_text() {
    let mut meeting = series("2026-01-15T16:00", "Europe/Berlin", Some(rule(Freq::Weekly)));
    meeting.duration_minutes = 90;
    meeting.exceptions = vec![date(2026, 1, 29)];
    meeting.overrides = vec![change("2026-02-05", Some("2026-02-06T09:30")), change("2026-01-22", None)];
    let calendar = Calendar {
        name: "Meetings, and more".into(),
        description: Some("All of them".into()),
        url: Some("https://example.org/meetings/".into()),
        product_id: "-//Example//Site//EN".into(),
        events: vec![
            Event {
                description: Some("Bring tea;\r\nor coffee \\o/".into()),
                url: Some("https://example.org/meetings/weekly/".into()),
                join_url: Some("https://meet.example.org/weekly?a=1,2;b".into()),
                categories: vec!["Talk".into(), "Tea, coffee".into()],
                sequence: 2,
                ..event(When::Series(meeting))
            },
            Event {
                uid: "week@example.org".into(),
                location: Some("Room 1, Berlin".into()),
                status: Status::Cancelled,
                ..event(week())
            },
        ],
    };
    assert_eq!(
        write(&calendar).split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Example//Site//EN",
            r"NAME:Meetings\, and more",
            r"X-WR-CALNAME:Meetings\, and more",
            "DESCRIPTION:All of them",
            "X-WR-CALDESC:All of them",
            "URL:https://example.org/meetings/",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Berlin",
            "BEGIN:STANDARD",
            "DTSTART:20251026T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:20260329T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "END:DAYLIGHT",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:meeting@example.org",
            "DTSTAMP:20260101T123000Z",
            "LAST-MODIFIED:20260101T123000Z",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/Berlin:20260115T160000",
            "DURATION:PT1H30M",
            "RRULE:FREQ=WEEKLY",
            "EXDATE;TZID=Europe/Berlin:20260122T160000",
            "EXDATE;TZID=Europe/Berlin:20260129T160000",
            "SUMMARY:Meeting",
            r"DESCRIPTION:Bring tea\;\nor coffee \\o/",
            "URL:https://example.org/meetings/weekly/",
            "CONFERENCE;VALUE=URI:https://meet.example.org/weekly?a=1,2;b",
            r"CATEGORIES:Talk,Tea\, coffee",
            "STATUS:CONFIRMED",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:meeting@example.org",
            "DTSTAMP:20260101T123000Z",
            "LAST-MODIFIED:20260101T123000Z",
            "SEQUENCE:2",
            "RECURRENCE-ID;TZID=Europe/Berlin:20260205T160000",
            "DTSTART;TZID=Europe/Berlin:20260206T093000",
            "DURATION:PT1H30M",
            "SUMMARY:Meeting",
            r"DESCRIPTION:changed\n\nBring tea\;\nor coffee \\o/",
            "URL:https://example.org/meetings/weekly/",
            "CONFERENCE;VALUE=URI:https://meet.example.org/weekly?a=1,2;b",
            r"CATEGORIES:Talk,Tea\, coffee",
            "STATUS:CONFIRMED",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:week@example.org",
            "DTSTAMP:20260101T123000Z",
            "LAST-MODIFIED:20260101T123000Z",
            "SEQUENCE:0",
            "DTSTART;VALUE=DATE:20261228",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Meeting",
            r"LOCATION:Room 1\, Berlin",
            "STATUS:CANCELLED",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[test]
fn times_in_utc_end_in_z_and_need_no_zone() {
    let mut meeting = series("2026-01-15T16:00", "UTC", Some(rule(Freq::Daily)));
    meeting.overrides = vec![change("2026-01-17", None), change("2026-01-16", Some("2026-01-16T17:00"))];
    let cancelled = Event { status: Status::Cancelled, ..event(When::Series(meeting)) };
    assert_eq!(
        lines(&calendar(vec![cancelled]), &["BEGIN", "TZID", "DTSTART", "EXDATE", "RECURRENCE-ID", "STATUS"]),
        [
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT",
            "DTSTART:20260115T160000Z",
            "EXDATE:20260117T160000Z",
            "STATUS:CANCELLED",
            "BEGIN:VEVENT",
            "RECURRENCE-ID:20260116T160000Z",
            "DTSTART:20260116T170000Z",
            "STATUS:CANCELLED",
        ]
    );
}

#[test]
fn a_rule_is_written_with_its_parts_and_ends_in_utc() {
    let monthly = Recurrence { interval: 2, by_day: vec![by("1TH"), by("-1FR")], ..rule(Freq::Monthly) };
    let workdays = ["MO", "TU", "WE", "TH", "FR"].map(by).to_vec();
    let last = Recurrence { by_day: workdays, by_set_pos: vec![-1], count: Some(9), ..rule(Freq::Monthly) };
    let until = Recurrence { until: Some(day(2026, 7, 1)), ..rule(Freq::Daily) };
    for (rule, expected) in [
        (rule(Freq::Yearly), "RRULE:FREQ=YEARLY"),
        (monthly, "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH,-1FR"),
        (last, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=9"),
        (Recurrence { by_month_day: vec![1, -1], ..rule(Freq::Monthly) }, "RRULE:FREQ=MONTHLY;BYMONTHDAY=1,-1"),
        (Recurrence { count: Some(0), interval: 0, ..rule(Freq::Weekly) }, "RRULE:FREQ=WEEKLY;COUNT=1"),
        (Recurrence { count: Some(3), ..until.clone() }, "RRULE:FREQ=DAILY;UNTIL=20260702T010000Z"),
        (until, "RRULE:FREQ=DAILY;UNTIL=20260702T010000Z"),
    ] {
        let evening = series("2026-01-15T21:00", "America/New_York", Some(rule));
        let written = lines(&calendar(vec![event(When::Series(evening))]), &["RRULE"]);
        assert_eq!(written.last().map(String::as_str), Some(expected));
    }
}

#[test]
fn only_real_occurrences_are_moved() {
    let mut meeting = series("2026-01-15T16:00", "UTC", Some(rule(Freq::Weekly)));
    meeting.exceptions = vec![date(2026, 1, 22)];
    meeting.overrides = ["2026-01-16", "2026-01-22"].map(|day| change(day, Some("2026-01-23T16:00"))).to_vec();
    let written = lines(&calendar(vec![event(When::Series(meeting))]), &["RECURRENCE-ID", "EXDATE"]);
    assert_eq!(written, ["EXDATE:20260122T160000Z"]);
}

#[test]
fn each_zone_is_described_once_from_its_first_use_and_by_name() {
    let mut moved = series("2026-01-15T16:00", "Europe/Paris", Some(rule(Freq::Weekly)));
    moved.overrides = vec![change("2026-01-15", Some("2025-10-01T16:00"))];
    let late = series("2027-01-15T16:00", "Europe/Paris", None);
    let other = series("2026-01-15T16:00", "America/Bogota", None);
    let events = [late, moved, other].map(|series| event(When::Series(series))).to_vec();
    let zones = lines(&calendar(events), &["TZID", "BEGIN:S", "BEGIN:D", "DTSTART:"]);
    assert_eq!(
        zones,
        [
            "TZID:America/Bogota",
            "BEGIN:STANDARD",
            "DTSTART:19930207T000000",
            "TZID:Europe/Paris",
            "BEGIN:DAYLIGHT",
            "DTSTART:20250330T020000",
            "BEGIN:STANDARD",
            "DTSTART:20251026T030000",
        ]
    );
}

#[test]
fn changes_of_the_clock_are_ruled_where_a_rule_holds_and_listed_elsewhere() {
    let fields = ["BEGIN:S", "BEGIN:D", "DTSTART:", "RRULE", "RDATE", "TZOFFSET", "TZNAME"];
    let described = |start, name| lines(&calendar(vec![event(When::Series(series(start, name, None)))]), &fields);
    assert_eq!(
        described("2026-01-15T16:00", "Asia/Kolkata"),
        ["BEGIN:STANDARD", "DTSTART:19700101T053000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530", "TZNAME:IST"]
    );
    assert_eq!(
        described("2026-01-15T16:00", "America/Santiago"),
        [
            "BEGIN:DAYLIGHT",
            "DTSTART:20250907T000000",
            "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0300",
            "TZNAME:-03",
            "BEGIN:STANDARD",
            "DTSTART:20260405T000000",
            "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8",
            "TZOFFSETFROM:-0300",
            "TZOFFSETTO:-0400",
            "TZNAME:-04",
        ]
    );
    assert_eq!(
        described("2005-01-15T16:00", "America/New_York"),
        [
            "BEGIN:STANDARD",
            "DTSTART:20041031T020000",
            "RDATE:20051030T020000",
            "RDATE:20061029T020000",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "TZNAME:EST",
            "BEGIN:STANDARD",
            "DTSTART:20071104T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "TZNAME:EST",
            "BEGIN:DAYLIGHT",
            "DTSTART:20050403T020000",
            "RDATE:20060402T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "TZNAME:EDT",
            "BEGIN:DAYLIGHT",
            "DTSTART:20070311T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "TZNAME:EDT",
        ]
    );
    // Clocks followed the fasting month until, by the bundled database, they stay the same from September 2026.
    assert_eq!(
        described("2024-01-15T16:00", "Africa/Casablanca"),
        [
            "BEGIN:DAYLIGHT",
            "DTSTART:20230423T020000",
            "RDATE:20240414T020000",
            "RDATE:20250406T020000",
            "RDATE:20260322T020000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0100",
            "TZNAME:+01",
            "BEGIN:STANDARD",
            "DTSTART:20240310T030000",
            "RDATE:20250223T030000",
            "RDATE:20260215T030000",
            "RDATE:20260920T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0000",
            "TZNAME:+00",
        ]
    );
    // Clocks go back on the day after the last Thursday of October, which may be the first of November.
    assert_eq!(
        described("2026-01-15T16:00", "Africa/Cairo"),
        [
            "BEGIN:STANDARD",
            "DTSTART:20251031T000000",
            "RDATE:20261030T000000",
            "RDATE:20271029T000000",
            "RDATE:20281027T000000",
            "RDATE:20291026T000000",
            "RDATE:20301101T000000",
            "RDATE:20311031T000000",
            "RDATE:20321029T000000",
            "RDATE:20331028T000000",
            "RDATE:20341027T000000",
            "RDATE:20351026T000000",
            "RDATE:20361031T000000",
            "RDATE:20371030T000000",
            "TZOFFSETFROM:+0300",
            "TZOFFSETTO:+0200",
            "TZNAME:EET",
            "BEGIN:DAYLIGHT",
            "DTSTART:20260424T000000",
            "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0300",
            "TZNAME:EEST",
        ]
    );
}

#[test]
fn a_zone_is_described_from_the_very_change_at_a_start_and_beyond_the_last_listed_year() {
    let described = |start| {
        let events = vec![event(When::Series(series(start, "Europe/Berlin", None)))];
        lines(&calendar(events), &["BEGIN:S", "BEGIN:D", "DTSTART:"])
    };
    assert_eq!(
        described("2026-03-29T03:00"),
        ["BEGIN:DAYLIGHT", "DTSTART:20260329T020000", "BEGIN:STANDARD", "DTSTART:20261025T030000"]
    );
    assert_eq!(
        described("2037-12-15T16:00"),
        ["BEGIN:STANDARD", "DTSTART:20371025T030000", "BEGIN:DAYLIGHT", "DTSTART:20380328T020000"]
    );
}

#[test]
fn whole_days_end_on_the_day_after_the_last() {
    let days = |first, last| lines(&calendar(vec![event(When::AllDay { first, last })]), &["DTSTART", "DTEND"]);
    let (monday, friday) = (date(2026, 2, 23), date(2026, 2, 27));
    assert_eq!(days(monday, friday), ["DTSTART;VALUE=DATE:20260223", "DTEND;VALUE=DATE:20260228"]);
    assert_eq!(days(friday, friday), ["DTSTART;VALUE=DATE:20260227", "DTEND;VALUE=DATE:20260228"]);
    assert_eq!(days(friday, monday), ["DTSTART;VALUE=DATE:20260227", "DTEND;VALUE=DATE:20260228"]);
}

#[test]
fn folding_keeps_to_75_octets_and_splits_no_character() {
    let titled = |title: &str| write(&calendar(vec![Event { title: title.into(), ..event(week()) }]));
    let ab = "ab€".repeat(6);
    assert!(titled(&ab.repeat(3)).contains(&format!("\r\nSUMMARY:{ab}{ab}ab€ab\r\n €ab€ab€ab€ab€\r\n")));
    for (c, n) in ["a", "ä", "€", "👩🏽‍🚀"].iter().flat_map(|c| (0..80).map(move |n| (c, n))) {
        let title = "x".repeat(n) + &c.repeat(80);
        let text = titled(&title);
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        assert!(text.replace("\r\n ", "").contains(&format!("\r\nSUMMARY:{title}\r\n")));
    }
}

#[test]
fn no_value_ends_its_line_or_keeps_a_control_character() {
    let event = Event {
        title: "a\u{0}b\u{7f}c\u{85}d\te\rf\n\ng".into(),
        url: Some("https://example.org/\r\nATTACH:x".into()),
        ..event(week())
    };
    assert_eq!(
        lines(&calendar(vec![event]), &["SUMMARY", "URL", "ATTACH"]),
        [r"SUMMARY:abcd	e\nf\n\ng", "URL:https://example.org/ATTACH:x"]
    );
}

#[test]
fn the_length_is_told_in_hours_and_minutes() {
    for (minutes, expected) in [(0, "PT0M"), (45, "PT45M"), (60, "PT1H"), (90, "PT1H30M"), (2880, "PT48H")] {
        assert_eq!(duration(minutes), expected);
    }
}

#[test]
fn an_offset_has_seconds_only_where_it_needs_them() {
    for (seconds, expected) in [(0, "+0000"), (19800, "+0530"), (-12600, "-0330"), (-2670, "-004430")] {
        assert_eq!(offset(Offset::from_seconds(seconds).unwrap()), expected);
    }
}

#[test]
fn another_implementation_finds_the_same_occurrences_in_the_text() {
    let workdays = ["MO", "TU", "WE", "TH", "FR"].map(by).to_vec();
    let days = |days: &[&str]| days.iter().copied().map(by).collect::<Vec<_>>();
    let rules = [
        ("2016-01-14", rule(Freq::Daily)),
        ("2016-01-14", Recurrence { interval: 13, ..rule(Freq::Daily) }),
        ("2016-01-14", Recurrence { by_day: workdays.clone(), ..rule(Freq::Daily) }),
        ("2016-01-15", Recurrence { by_month_day: vec![1, 15, -1], ..rule(Freq::Daily) }),
        ("2016-01-14", rule(Freq::Weekly)),
        ("2016-01-14", Recurrence { interval: 2, by_day: days(&["TU", "TH"]), ..rule(Freq::Weekly) }),
        ("2016-01-17", Recurrence { interval: 3, by_day: days(&["SU", "MO"]), ..rule(Freq::Weekly) }),
        ("2016-01-15", Recurrence { by_day: workdays.clone(), by_set_pos: vec![-1], ..rule(Freq::Weekly) }),
        ("2016-01-14", rule(Freq::Monthly)),
        ("2016-01-31", rule(Freq::Monthly)),
        ("2016-01-31", Recurrence { interval: 2, by_month_day: vec![-1], ..rule(Freq::Monthly) }),
        ("2016-01-14", Recurrence { by_day: days(&["2TH"]), ..rule(Freq::Monthly) }),
        ("2016-01-29", Recurrence { interval: 3, by_day: days(&["-1FR"]), ..rule(Freq::Monthly) }),
        ("2016-01-04", Recurrence { by_day: days(&["1MO", "-1WE"]), ..rule(Freq::Monthly) }),
        ("2016-01-31", Recurrence { by_day: days(&["5SU"]), ..rule(Freq::Monthly) }),
        ("2016-01-04", Recurrence { by_day: days(&["MO"]), ..rule(Freq::Monthly) }),
        ("2016-01-29", Recurrence { by_day: workdays.clone(), by_set_pos: vec![-1], ..rule(Freq::Monthly) }),
        ("2016-01-04", Recurrence { by_day: workdays, by_set_pos: vec![2, -3], ..rule(Freq::Monthly) }),
        ("2016-05-13", Recurrence { by_day: days(&["FR"]), by_month_day: vec![13], ..rule(Freq::Monthly) }),
        ("2016-01-14", Recurrence { by_month_day: vec![14, 30, -2], by_set_pos: vec![1, 3], ..rule(Freq::Monthly) }),
        ("2016-01-14", rule(Freq::Yearly)),
        ("2016-02-29", rule(Freq::Yearly)),
        ("2016-01-04", Recurrence { by_day: days(&["1MO"]), ..rule(Freq::Yearly) }),
        ("2016-12-25", Recurrence { interval: 2, by_day: days(&["-1SU", "20MO"]), ..rule(Freq::Yearly) }),
        ("2016-01-13", Recurrence { by_month_day: vec![13], ..rule(Freq::Yearly) }),
        ("2016-03-07", Recurrence { by_day: days(&["MO"]), by_set_pos: vec![10], ..rule(Freq::Yearly) }),
        ("2016-01-14", Recurrence { count: Some(9), ..rule(Freq::Weekly) }),
        ("2016-01-14", Recurrence { until: Some(day(2016, 4, 14)), ..rule(Freq::Weekly) }),
        ("2016-01-14", Recurrence { until: Some(day(2016, 4, 13)), ..rule(Freq::Weekly) }),
    ];
    // Some zones skip or repeat the first and the last. None skips midnight too, which the other one would drop.
    let times = ["02:15", "16:00", "23:45"];
    let starts = ZONES.iter().flat_map(|zone| times.map(|time| (zone, time)));
    for ((zone, time), (day, rule)) in starts.flat_map(|start| rules.iter().map(move |rule| (start, rule))) {
        let mut series = series(&format!("{day}T{time}"), zone.0, Some(rule.clone()));
        assert_eq!(problems(&series), [""; 0]);
        // The other implementation reads no exception at a time that clocks skip or show twice.
        let time_zone = series.zone.time_zone();
        let plain = |time: &DateTime| !time_zone.to_ambiguous_timestamp(*time).is_ambiguous();
        let found = occurrences(&series, Date::MIN, 4).into_iter().map(|occurrence| occurrence.original.datetime());
        series.exceptions = found.skip(2).filter(plain).map(|time| time.date()).collect();
        let end = Utc.with_ymd_and_hms(zone.1 + 1, 1, 1, 0, 0, 0).unwrap().timestamp();
        let until_end = |instants: Vec<i64>| instants.into_iter().filter(|second| *second < end).collect::<Vec<_>>();
        let ours = occurrences(&series, Date::MIN, 60).iter().map(|occurrence| occurrence.utc.as_second()).collect();
        let lines =
            lines(&calendar(vec![event(When::Series(series))]), &["BEGIN:VEVENT", "DTSTART", "RRULE", "EXDATE"]);
        let lines = lines.join("\n");
        let (_, lines) = lines.split_once("BEGIN:VEVENT\n").unwrap();
        let theirs = expand(lines, 60).iter().map(|time| time.timestamp()).collect();
        assert_eq!(until_end(ours), until_end(theirs), "{lines}");
    }
}

#[test]
fn the_description_of_a_zone_agrees_with_another_database() {
    for (name, last_year) in ZONES.iter().filter(|(name, _)| *name != "UTC") {
        let zone: chrono_tz::Tz = name.parse().unwrap();
        let first_year = 2026.min(last_year - 10);
        let changes = described_changes(&format!("{first_year}-01-14T16:00"), name);
        let offset_at =
            |instant: Instant<Utc>| zone.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc();
        let end = Utc.with_ymd_and_hms(first_year + 11, 1, 1, 0, 0, 0).unwrap();
        let begin = Utc.with_ymd_and_hms(first_year, 1, 14, 0, 0, 0).unwrap();
        for (at, from, to) in changes.iter().filter(|(at, ..)| (begin..end).contains(at)) {
            assert_eq!((offset_at(*at - TimeDelta::seconds(1)), offset_at(*at)), (*from, *to), "{name} {at}");
        }
        let hours = (0..).map(|hour| begin + TimeDelta::hours(hour)).take_while(|hour| *hour < end);
        for hour in hours {
            let (.., described) = changes.iter().rfind(|(at, ..)| *at <= hour).unwrap();
            assert_eq!(*described, offset_at(hour), "{name} {hour}");
        }
    }
}

#[test]
fn the_description_of_every_zone_has_all_changes_of_the_bundled_database() {
    for name in zone_names().filter(|name| name != "UTC") {
        let described = described_changes("1999-12-31T12:00", &name);
        let begin = Timestamp::from_second(described[0].0.timestamp()).unwrap();
        let time_zone = zone(&name).unwrap().time_zone().clone();
        let known = time_zone.following(begin).map(|next| (next.timestamp().as_second(), next.offset().seconds()));
        let known: Vec<_> = known.take_while(|(at, _)| *at < END_2037).collect();
        let described: Vec<_> = described[1..].iter().map(|(at, _, to)| (at.timestamp(), *to)).collect();
        assert_eq!(described, known, "{name}");
    }
}

/// The instants at which clocks change by the description of a zone, in order, with the offsets before and after.
fn described_changes(start: &str, name: &str) -> Vec<(Instant<Utc>, i32, i32)> {
    let text = write(&calendar(vec![event(When::Series(series(start, name, None)))])).replace("\r\n ", "");
    let mut changes = Vec::new();
    for observance in text.split("\r\nBEGIN:").filter(|part| part.contains("TZOFFSETTO")) {
        let value = |field: &str| observance.lines().find_map(|line| line.strip_prefix(field));
        let (from, to) = (seconds(value("TZOFFSETFROM:").unwrap()), seconds(value("TZOFFSETTO:").unwrap()));
        let first = value("DTSTART:").unwrap();
        let ruled = value("RRULE:").map(|rule| expand(&format!("DTSTART:{first}Z\nRRULE:{rule}"), 40));
        let onsets = ruled.into_iter().flatten().map(|onset| onset.naive_utc());
        let listed = observance.lines().filter_map(|line| line.strip_prefix("RDATE:")).chain([first]);
        let listed = listed.map(|time| NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%S").unwrap());
        changes
            .extend(onsets.chain(listed).map(|onset| ((onset - TimeDelta::seconds(from.into())).and_utc(), from, to)));
    }
    changes.sort();
    changes.dedup();
    changes.retain(|(at, ..)| at.timestamp() < END_2037);
    changes
}

/// The seconds of an offset such as `-0330` or `-004430`.
fn seconds(offset: &str) -> i32 {
    let part = |at: usize| offset.get(at..at + 2).map_or(0, |digits| digits.parse().unwrap());
    let seconds = part(1) * 3600 + part(3) * 60 + part(5);
    if offset.starts_with('-') { -seconds } else { seconds }
}

fn expand(lines: &str, limit: u16) -> Vec<Instant<rrule::Tz>> {
    lines.parse::<RRuleSet>().unwrap().all(limit).dates
}

const END_2037: i64 = 2_145_916_800;

/// Zones, with the last year for which the database of the other implementation is not out of date.
const ZONES: [(&str, i32); 7] = [
    ("Europe/Berlin", 2099),
    ("America/New_York", 2099),
    ("Australia/Lord_Howe", 2099),
    ("Asia/Kolkata", 2099),
    ("Africa/Casablanca", 2025),
    ("America/Sao_Paulo", 2099),
    ("UTC", 2099),
];

fn calendar(events: Vec<Event>) -> Calendar {
    let product_id = "-//Example//Site//EN".into();
    Calendar { name: "Meetings".into(), description: None, url: None, product_id, events }
}

fn week() -> When {
    When::AllDay { first: date(2026, 12, 28), last: date(2026, 12, 31) }
}

/// The unfolded lines of a calendar that begin with one of some words.
fn lines(calendar: &Calendar, beginnings: &[&str]) -> Vec<String> {
    let text = write(calendar).replace("\r\n ", "");
    let lines = text.split("\r\n").filter(|line| beginnings.iter().any(|beginning| line.starts_with(beginning)));
    lines.map(str::to_owned).collect()
}

fn event(when: When) -> Event {
    Event {
        uid: "meeting@example.org".into(),
        title: "Meeting".into(),
        description: None,
        location: None,
        url: None,
        join_url: None,
        categories: vec![],
        status: Status::Confirmed,
        stamp: "2026-01-01T12:30:00Z".parse().unwrap(),
        sequence: 0,
        when,
    }
}
