//! Sphinx's `objects.inv`, version 2: four lines of text, then a line for each object, compressed. The door to `flate2`.
//!
//! A line is `name domain:role priority uri title`. A name may hold spaces, `$` at the end of a uri stands for the name,
//! and `-` for a title that is the name.

use std::io::Read;

use flate2::Compression;
use flate2::read::{ZlibDecoder, ZlibEncoder};

use super::{Object, beginning};

const FIRST_LINE: &str = "# Sphinx inventory version ";
const HEAD_LINES: usize = 4;

/// The most that the compressed part may become, in bytes: Python's has two million.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Object>, String> {
    let version = bytes.strip_prefix(FIRST_LINE.as_bytes()).map(beginning);
    let version = version.ok_or_else(|| format!("is no inventory: it begins with `{}`", beginning(bytes)))?;
    if !version.starts_with('2') {
        let version = version.split(' ').next().unwrap_or("");
        return Err(format!("has version {version} of Sphinx's form, not version 2"));
    }
    let end = head_end(bytes).ok_or("is cut off after its first lines")?;
    let mut text = Vec::new();
    let inflated = ZlibDecoder::new(&bytes[end..]).take(MOST_BYTES).read_to_end(&mut text);
    inflated.map_err(|why| format!("is cut off or damaged: {why}"))?;
    if text.len() as u64 == MOST_BYTES {
        return Err(format!("holds more than {MOST_BYTES} bytes"));
    }
    // What is no line of an inventory is passed over, as Sphinx does it.
    Ok(String::from_utf8_lossy(&text).lines().filter_map(object).collect())
}

/// Where the lines end that are not compressed.
fn head_end(bytes: &[u8]) -> Option<usize> {
    let mut ends = bytes.iter().zip(1..).filter(|(byte, _)| **byte == b'\n').map(|(_, end)| end);
    ends.nth(HEAD_LINES - 1)
}

fn object(line: &str) -> Option<Object> {
    let line = line.trim_end();
    let spaces = line.match_indices(' ').map(|(at, _)| at);
    // The first word that can be a role, with a number behind it, ends the name.
    for at in spaces.filter(|at| *at > 0) {
        let mut words = line[at + 1..].splitn(4, ' ');
        let (Some(role), Some(priority), Some(uri), title) = (words.next(), words.next(), words.next(), words.next())
        else {
            return None;
        };
        if !role.contains(':') || priority.parse::<i32>().is_err() {
            continue;
        }
        let name = line[..at].trim();
        let title = title.map(str::trim).filter(|title| *title != "-");
        return Some(match uri.strip_suffix('$') {
            Some(start) => Object::new(name, role, &format!("{start}{name}"), title),
            None => Object::new(name, role, uri, title),
        });
    }
    None
}

/// An inventory as text, to be [`compressed`]. Objects stand in the order in which they are given.
pub fn write(project: &str, version: &str, objects: &[Object]) -> String {
    let mut text = format!(
        "{FIRST_LINE}2\n# Project: {}\n# Version: {}\n# The remainder of this file is compressed using zlib.\n",
        on_one_line(project),
        on_one_line(version)
    );
    for object in objects {
        // Programs that list all names leave out those of this priority; Sphinx gives it to pages, headings and terms.
        let priority = "-1";
        let uri = match object.uri.strip_suffix('$') {
            Some(start) => format!("{start}%24"),
            None => object.uri.to_string(),
        };
        let title = object.title.as_deref().map(on_one_line).unwrap_or_default();
        let title = if title.is_empty() { "-" } else { &title };
        text.push_str(&format!("{} {} {priority} {uri} {title}\n", on_one_line(&object.name), object.role));
    }
    text
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The bytes of an inventory's file.
pub fn compressed(text: &str) -> Vec<u8> {
    let (head, rest) = text.as_bytes().split_at(head_end(text.as_bytes()).unwrap_or(text.len()));
    let mut bytes = head.to_vec();
    let packed = ZlibEncoder::new(rest, Compression::default()).read_to_end(&mut bytes);
    packed.expect("memory can be read");
    bytes
}
