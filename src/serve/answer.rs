//! What a request is answered with: a pure function of the request and the moment. Entry point: [`answer`].

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use super::address::{self, Wanted};
use super::live::Moment;
use super::{client, page};
use crate::render::{Body, Output};
use crate::workspace::{Snapshot, Unusable};

/// What of a request matters.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked<'a> {
    /// `GET`, as it was sent.
    pub(super) method: &'a str,
    /// The path with its query.
    pub(super) target: &'a str,
    /// The header `Host`.
    pub(super) host: Option<&'a str>,
    /// The header `Range`.
    pub(super) range: Option<&'a str>,
    /// A page of another site asks, not a person who follows a link.
    pub(super) is_foreign: bool,
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// The status code.
    pub(super) status: u16,
    /// Names and values.
    pub(super) headers: Vec<(&'static str, String)>,
    /// What follows.
    pub(super) content: Content,
}

/// The body of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A part of a file: from so many bytes on, so many.
    File(PathBuf, u64, u64),
}

/// The answer to a request that gets none of the site, whatever it asks for. `listened` is the host that the preview was
/// asked to listen on.
pub(super) fn refused(asked: &Asked, listened: &str) -> Option<Answer> {
    if !asked.host.is_some_and(|host| is_ours(host, listened)) {
        // A page elsewhere can have its name lead to this machine, and would read the answer.
        return Some(text(403, "this host is not served here; start the preview with `--host NAME` to allow it"));
    }
    if asked.is_foreign {
        return Some(text(403, "pages of other sites get nothing here"));
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        let mut answer = text(405, "only GET and HEAD are answered");
        answer.headers.push(("Allow", "GET, HEAD".to_owned()));
        return Some(answer);
    }
    None
}

/// Answers a request.
pub(super) fn answer(asked: &Asked, listened: &str, moment: &Moment) -> Answer {
    if let Some(answer) = refused(asked, listened) {
        return answer;
    }
    match address::wanted(asked.target) {
        Wanted::Own(name) => match client::file(&name) {
            Some((kind, text)) => of_bytes(200, kind, text.as_bytes().to_vec(), asked),
            None => text(404, "the preview has no such file"),
        },
        Wanted::Nothing => text(404, "no file of a site can have this name"),
        Wanted::File(path) => match moment {
            Moment::Site(snapshot) => of_site(&path, snapshot, asked),
            Moment::Unusable(Unusable { message, help }) => {
                let html = page::instead("The site cannot be shown", message, help, &path);
                of_bytes(500, HTML, html, asked)
            }
        },
    }
}

const HTML: &str = "text/html; charset=utf-8";

fn of_site(path: &str, snapshot: &Snapshot, asked: &Asked) -> Answer {
    // As hosts of static sites do: `/install` may be `install.html`, or a folder.
    let with_extension = format!("{path}.html");
    let folder = format!("{path}/index.html");
    if let Some(output) = snapshot.output(path).or_else(|| snapshot.output(&with_extension)) {
        return of_output(output, snapshot, asked);
    }
    if snapshot.has_output(&folder) {
        let (target, query) = asked.target.split_once('?').map_or((asked.target, ""), |(path, query)| (path, query));
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        let mut answer = text(302, "the page is a folder");
        answer.headers.push(("Location", format!("{target}/{query}")));
        return answer;
    }
    match snapshot.output("404.html") {
        // The page of this address may come yet: it is what the browser waits for.
        Some(output) => {
            let html = match output.body {
                Body::Bytes(html) => html,
                Body::Copy(file) => std::fs::read(file).unwrap_or_default(),
            };
            of_bytes(404, HTML, page::missing(html, path), asked)
        }
        None => of_bytes(404, HTML, page::instead("Not found", "there is no such page", "", path), asked),
    }
}

fn of_output(output: Output, snapshot: &Snapshot, asked: &Asked) -> Answer {
    let Output { path, body } = output;
    match body {
        Body::Bytes(html) if path.ends_with(".html") => of_bytes(200, HTML, page::serve(html, &path, snapshot), asked),
        Body::Bytes(bytes) => of_bytes(200, &media_type(&path), bytes, asked),
        Body::Copy(file) => of_file(&file, &path, snapshot, asked),
    }
}

fn of_bytes(status: u16, kind: &str, bytes: Vec<u8>, asked: &Asked) -> Answer {
    let all = bytes.len() as u64;
    match part(asked.range.filter(|_| status == 200), all) {
        Part::All => Answer { status, headers: headers(kind), content: Content::Bytes(bytes) },
        Part::Range(from, to) => {
            let content = Content::Bytes(bytes[from as usize..to as usize].to_vec());
            partial(headers(kind), content, (from, to), all)
        }
        Part::Outside => outside(all),
    }
}

fn of_file(file: &Path, path: &str, snapshot: &Snapshot, asked: &Asked) -> Answer {
    // What was a file when the folders were read may be a link to elsewhere by now.
    let Some(real) = file.canonicalize().ok().filter(|real| snapshot.holds(real)) else {
        return text(404, "the file is gone");
    };
    let Ok(all) = std::fs::metadata(&real).map(|metadata| metadata.len()) else { return text(404, "the file is gone") };
    let headers = headers(&media_type(path));
    match part(asked.range, all) {
        Part::All => Answer { status: 200, headers, content: Content::File(real, 0, all) },
        Part::Range(from, to) => partial(headers, Content::File(real, from, to - from), (from, to), all),
        Part::Outside => outside(all),
    }
}

fn partial(mut headers: Vec<(&'static str, String)>, content: Content, (from, to): (u64, u64), all: u64) -> Answer {
    headers.push(("Content-Range", format!("bytes {from}-{}/{all}", to - 1)));
    Answer { status: 206, headers, content }
}

fn outside(all: u64) -> Answer {
    let mut answer = text(416, "the file has no such part");
    answer.headers.push(("Content-Range", format!("bytes */{all}")));
    answer
}

fn text(status: u16, text: &str) -> Answer {
    Answer {
        status,
        headers: headers("text/plain; charset=utf-8"),
        content: Content::Bytes(format!("{text}\n").into()),
    }
}

fn headers(kind: &str) -> Vec<(&'static str, String)> {
    let preload = (kind == HTML).then(|| ("Link", client::preload()));
    let mut headers = vec![
        ("Content-Type", kind.to_owned()),
        // What is shown is what is saved.
        ("Cache-Control", "no-store".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Accept-Ranges", "bytes".to_owned()),
    ];
    headers.extend(preload);
    headers
}

fn media_type(path: &str) -> String {
    let kind = mime_guess::from_path(path).first_raw().unwrap_or("application/octet-stream");
    let is_text = kind.starts_with("text/") || matches!(kind, "application/json" | "application/xml" | "image/svg+xml");
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

/// The part of a file that a request asks for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    All,
    /// From the first of these bytes up to the second.
    Range(u64, u64),
    Outside,
}

/// Reads the header `Range`. One range is answered; several, or what cannot be read, get the whole file, as HTTP allows.
fn part(range: Option<&str>, all: u64) -> Part {
    let Some((from, to)) = range.and_then(|range| range.trim().strip_prefix("bytes=")?.split_once('-')) else {
        return Part::All;
    };
    let number = |text: &str| text.parse::<u64>().ok();
    let (from, end) = match (from, to) {
        ("", last) => match number(last) {
            Some(last) => (all.saturating_sub(last), all),
            None => return Part::All,
        },
        (from, "") => match number(from) {
            Some(from) => (from, all),
            None => return Part::All,
        },
        (from, to) => match (number(from), number(to)) {
            (Some(from), Some(to)) if from <= to => (from, all.min(to.saturating_add(1))),
            _ => return Part::All,
        },
    };
    if from < end { Part::Range(from, end) } else { Part::Outside }
}

/// A name that leads to this machine and to no other: no page elsewhere can have it, but for an address that was asked for.
fn is_ours(host: &str, listened: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let is_address = name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback() || !is_loopback(listened));
    name == "localhost" || name.ends_with(".localhost") || is_address || name == listened.to_ascii_lowercase()
}

/// Only this machine can reach the host.
pub(super) fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_ours_when_no_page_elsewhere_can_have_its_name() {
        for host in [
            "localhost",
            "localhost:8000",
            "127.0.0.1:8000",
            "[::1]:8000",
            "LOCALHOST:1",
            "kelp.localhost",
            "127.0.0.2",
        ] {
            assert!(is_ours(host, "127.0.0.1"), "{host}");
        }
        for host in
            ["example.org", "localhost.example.org:8000", "192.168.1.7:8000", "127.0.0.1.example.org", "", "xlocalhost"]
        {
            assert!(!is_ours(host, "127.0.0.1"), "{host}");
        }
        // Whoever listens on all addresses is asked by address.
        assert!(is_ours("192.168.1.7:8000", "0.0.0.0") && !is_ours("example.org", "0.0.0.0"));
        assert!(is_ours("kelp.lan:8000", "kelp.lan"));
    }

    #[test]
    fn one_range_is_a_part_and_what_is_no_range_is_the_whole() {
        let range = |text| part(Some(text), 10);
        assert_eq!(range("bytes=0-3"), Part::Range(0, 4));
        assert_eq!(range("bytes=4-"), Part::Range(4, 10));
        assert_eq!(range("bytes=-3"), Part::Range(7, 10));
        assert_eq!(range("bytes=8-99"), Part::Range(8, 10));
        assert_eq!(range("bytes=10-"), Part::Outside);
        for whole in ["bytes=3-1", "bytes=a-", "bytes=0-1,3-4", "pages=1-2", "bytes=-", ""] {
            assert_eq!(range(whole), Part::All, "{whole}");
        }
    }
}
