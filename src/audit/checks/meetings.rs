//! Where people talk and meet.

use std::collections::BTreeMap;

use super::{Check, Outcome, covering, found_in, missing, nothing, of_record, outcome};
use crate::community::{ChannelStatus, Meeting, MeetingStatus, OpenTo, Purpose, Record, TeamStatus};
use crate::diagnostic::Severity;
use crate::site::Site;

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "H01",
        title: "There is a channel for support, one for development, and a meeting",
        severity: Severity::Error,
        run: places,
    },
    Check { id: "H02", title: "Every open meeting says where its notes are", severity: Severity::Error, run: notes },
    Check {
        id: "H03",
        title: "Every meeting has a zone, a first day, and a rule that gives the days that are meant",
        severity: Severity::Error,
        run: |site| {
            found_in::<Meeting>(
                site,
                "no meeting is described",
                &["unknown-time-zone", "meeting-without-start", "meeting-time"],
            )
        },
    },
    Check {
        id: "H04",
        title: "Every open meeting whose notes are kept here has a recent one",
        severity: Severity::Warning,
        run: recent_notes,
    },
    Check { id: "H05", title: "More channels are public than not", severity: Severity::Suggestion, run: public },
    Check { id: "H06", title: "Every team has a meeting or a channel", severity: Severity::Warning, run: teams },
    Check {
        id: "H07",
        title: "No two open meetings take place at the same time",
        severity: Severity::Suggestion,
        run: clashes,
    },
];

fn places(site: &Site) -> Outcome {
    let channels: Vec<_> =
        site.community.channels.iter().filter(|channel| channel.fields.status == ChannelStatus::Active).collect();
    let mut problems = Vec::new();
    let said = |topic: &str| !covering(site, topic).is_empty();
    // Where nothing is described in data, a page may say it in words.
    let channels_said = site.community.channels.is_empty() && said("channels");
    for (purpose, word) in [(Purpose::Support, "support"), (Purpose::Development, "development")] {
        if !channels_said && !channels.iter().any(|channel| channel.fields.purpose.contains(&purpose)) {
            let help = format!("add `purpose = [\"{word}\"]` to a channel");
            problems.push(missing(site, "channels.toml", format!("no channel is for {word}"), help));
        }
    }
    for channel in channels.iter().filter(|channel| channel.fields.use_for.is_empty()) {
        problems.push(of_record(
            *channel,
            format!("`{}` does not say what to use it for", channel.id),
            "fill `use_for`",
        ));
    }
    let takes_place = |meeting: &Record<Meeting>| meeting.fields.status == MeetingStatus::Confirmed;
    let meetings = &site.community.meetings;
    let settled = meetings.iter().any(takes_place) || (meetings.is_empty() && said("meetings"));
    if !settled {
        problems.push(missing(site, "meetings.toml", "there is no meeting", "describe one that everybody may come to"));
    }
    outcome(problems)
}

fn open_meetings(site: &Site) -> Vec<&Record<Meeting>> {
    let open = site.community.meetings.iter();
    open.filter(|meeting| {
        meeting.fields.open_to == OpenTo::Everyone && meeting.fields.status == MeetingStatus::Confirmed
    })
    .collect()
}

fn notes(site: &Site) -> Outcome {
    let open = open_meetings(site);
    if open.is_empty() {
        return nothing("no meeting is open to everybody");
    }
    let silent = open.into_iter().filter(|meeting| meeting.fields.notes_url.is_none());
    let problem = |meeting: &crate::community::Record<_>| {
        of_record::<crate::community::Meeting>(
            meeting,
            format!("`{}` does not say where its notes are", meeting.id),
            "add `notes_url`",
        )
    };
    outcome(silent.map(problem).collect())
}

fn recent_notes(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let community = &site.community;
    let mut problems = Vec::new();
    let mut kept = false;
    for meeting in open_meetings(site) {
        let notes =
            community.notes.iter().filter(|note| community.is_of(&Some(note.fields.meeting.clone()), &meeting.id));
        let Some(last) = notes.map(|note| note.fields.date).max() else { continue };
        kept = true;
        let missed = meeting.fields.between(last, today);
        if missed > MISSED_NOTES {
            let message = format!("`{}` took place {missed} times since its last note, on {last}", meeting.id);
            problems.push(of_record(meeting, message, "add the notes, or say that it does not take place"));
        }
    }
    if kept { outcome(problems) } else { nothing("no notes are kept here") }
}

/// Notes are written some days after a meeting, and one is forgotten now and then.
const MISSED_NOTES: usize = 3;

fn public(site: &Site) -> Outcome {
    let channels: Vec<_> =
        site.community.channels.iter().filter(|channel| channel.fields.status == ChannelStatus::Active).collect();
    if channels.is_empty() {
        return nothing("no channel is described");
    }
    let public = channels.iter().filter(|channel| channel.fields.public).count();
    let problem = || {
        missing(
            site,
            "channels.toml",
            format!("{public} of {} channels are public", channels.len()),
            "work where others can follow",
        )
    };
    outcome(if public * 2 > channels.len() { Vec::new() } else { vec![problem()] })
}

fn teams(site: &Site) -> Outcome {
    let community = &site.community;
    let teams: Vec<_> = community.teams.iter().filter(|team| team.fields.status == TeamStatus::Active).collect();
    if teams.is_empty() {
        return nothing("no team is described");
    }
    let silent = teams.into_iter().filter(|team| {
        let meets = community.meetings.iter().any(|meeting| community.is_of(&meeting.fields.team, &team.id));
        !meets && team.fields.channels.is_empty() && team.fields.meetings.is_empty()
    });
    outcome(
        silent
            .map(|team| {
                of_record(
                    team,
                    format!("the team `{}` has no meeting and no channel", team.id),
                    "add `channels`, or a meeting that names the team",
                )
            })
            .collect(),
    )
}

/// Times of each meeting that are compared.
const COMPARED_TIMES: usize = 12;

fn clashes(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let open = open_meetings(site);
    if open.len() < 2 {
        return nothing("fewer than two meetings are open to everybody");
    }
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for meeting in open {
        for time in meeting.fields.next(today, COMPARED_TIMES) {
            if let Some(other) = taken.insert(time.utc.to_string(), &meeting.id) {
                let message = format!("`{other}` and `{}` both begin at {}", meeting.id, time.utc);
                problems.push(of_record(meeting, message, "move one of them: some people would come to both"));
                break;
            }
        }
    }
    outcome(problems)
}
