//! Time zones by name, from the database that jiff bundles: the machine's own is never asked, so the same site is built
//! everywhere.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::clock::LocalTime;

/// A time zone of the bundled database, under its own name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    time_zone: TimeZone,
}

impl Zone {
    /// The IANA name, such as `Europe/Berlin`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rules behind the name.
    pub fn time_zone(&self) -> &TimeZone {
        &self.time_zone
    }

    /// What clocks here show at an instant.
    pub fn local(&self, instant: Timestamp) -> LocalTime {
        self.time_zone.to_datetime(instant).into()
    }

    /// The instant at which clocks here show a time: the first one if they show it twice. A time that they skip is
    /// counted with the offset before the gap, and so comes out later. RFC 5545 reads both in this way. Times beyond
    /// those that jiff can tell give the last instant.
    pub fn instant(&self, time: LocalTime) -> Timestamp {
        self.time_zone.to_timestamp(time.datetime()).unwrap_or(Timestamp::MAX)
    }
}

/// Why a name is not accepted as a time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneError {
    /// The name as it was given.
    pub name: String,
    /// The zones that may have been meant: several if the name is ambiguous, none if it is unknown.
    pub suggestions: Vec<String>,
}

impl std::error::Error for ZoneError {}

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let name = &self.name;
        match self.suggestions.as_slice() {
            [] => write!(f, "`{name}` is no IANA time zone such as `Europe/Berlin`"),
            [one] if one.starts_with("Etc/") => {
                write!(f, "`{name}` is no IANA time zone; name a place, or use `{one}` if its clocks never change")
            }
            [one] => write!(f, "`{name}` is no IANA time zone; use `{one}`"),
            several => write!(f, "`{name}` is an ambiguous time zone; use one of `{}`", several.join("`, `")),
        }
    }
}

/// The zone of an IANA name, spelled as the database spells it. Short names such as `EST` are refused although the
/// database has some, because they do not mean there what people mean by them.
pub fn zone(name: &str) -> Result<Zone, ZoneError> {
    match known_zone(name) {
        Some(zone) if zone.name == name => Ok(zone),
        other_case => {
            let suggestions = other_case.map_or_else(|| meant_zones(name), |zone| vec![zone.name]);
            Err(ZoneError { name: name.into(), suggestions })
        }
    }
}

/// Every name that [`zone`] accepts, in alphabetical order.
pub fn zone_names() -> impl Iterator<Item = String> {
    let database = TimeZoneDatabase::bundled();
    let mut names: Vec<_> =
        database.available().map(|name| name.to_string()).filter(|name| is_accepted(name)).collect();
    names.sort();
    names.into_iter()
}

/// Words that say nothing in the name of a zone.
const FILLERS: [&str; 5] = ["time", "standard", "daylight", "summer", "zone"];

/// What people write for a zone, in lower case and without fillers, and the zones they may mean.
pub(super) const INFORMAL_ZONES: &[(&str, &[&str])] = &[
    ("pt|pst|pdt|pacific", &["America/Los_Angeles"]),
    ("mt|mdt|mountain", &["America/Denver"]),
    ("mst", &["America/Denver", "America/Phoenix"]),
    ("ct|cdt|central", &["America/Chicago"]),
    ("cst", &["America/Chicago", "Asia/Shanghai"]),
    ("et|est|edt|eastern", &["America/New_York"]),
    ("hst|hawaii", &["Pacific/Honolulu"]),
    ("ast", &["America/Halifax", "Asia/Riyadh"]),
    ("gmt", &["UTC", "Europe/London"]),
    ("z|zulu|universal", &["UTC"]),
    ("bst|uk|british|gb", &["Europe/London"]),
    ("wet|west", &["Europe/Lisbon"]),
    ("cet|cest|met|central european", &["Europe/Berlin"]),
    ("eet|eest", &["Europe/Athens", "Africa/Cairo"]),
    ("msk", &["Europe/Moscow"]),
    ("ist", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    ("jst", &["Asia/Tokyo"]),
    ("aest", &["Australia/Sydney", "Australia/Brisbane"]),
    ("aedt", &["Australia/Sydney"]),
    ("nzst|nzdt", &["Pacific/Auckland"]),
];

/// A zone of the database whatever the case of its name.
fn known_zone(name: &str) -> Option<Zone> {
    let time_zone = TimeZoneDatabase::bundled().get(name).ok()?;
    let name = time_zone.iana_name().filter(|name| is_accepted(name))?.to_owned();
    Some(Zone { name, time_zone })
}

fn is_accepted(name: &str) -> bool {
    name.contains('/') || name == "UTC"
}

/// The zones that people may mean by a name that the database does not have.
fn meant_zones(name: &str) -> Vec<String> {
    let lower = name.split('(').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
    let key = words.join(" ");
    match INFORMAL_ZONES.iter().find(|(names, _)| names.split('|').any(|name| name == key)) {
        Some((_, zones)) => zones.iter().map(|zone| zone.to_string()).collect(),
        None => fixed_zone(&key).into_iter().collect(),
    }
}

/// The zone of an offset such as `utc+1`. Its name has the opposite sign.
fn fixed_zone(key: &str) -> Option<String> {
    let offset = key.trim_start_matches("utc").trim_start_matches("gmt").trim_start();
    let hours: i8 = offset.strip_suffix(":00").unwrap_or(offset).parse().ok()?;
    let name = if hours == 0 { "UTC".into() } else { format!("Etc/GMT{:+}", -i16::from(hours)) };
    known_zone(&name).filter(|_| offset.starts_with(['+', '-'])).map(|zone| zone.name)
}
