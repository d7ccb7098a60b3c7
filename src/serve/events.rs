//! The stream that tells a page in view what became of it. Entry points: [`stream`], [`send`].

use std::io::{self, Write};
use std::time::Duration;

use super::address::{self, Wanted};
use super::answer::{Asked, refused};
use super::live::{Live, Moment, Now};
use super::{findings, page};
use crate::source::Fingerprint;
use crate::workspace::Snapshot;

/// What a page asks to be told of.
pub(super) struct Stream {
    /// Its file from the root of the site.
    path: String,
    /// What it shows.
    page: String,
}

/// A line is sent at least so often: a proxy or a browser that hears nothing gives up, and so does a stream whose client
/// is gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The stream that a request asks for, if it does.
pub(super) fn stream(asked: &Asked, host: &str) -> Option<Stream> {
    if address::wanted(asked.target) != Wanted::Own("events".to_owned()) {
        return None;
    }
    // The same doors are closed as for any other request.
    if refused(asked, host).is_some() || asked.method != "GET" {
        return None;
    }
    let value = |name| address::value(asked.target, name);
    Some(Stream { path: value("path")?, page: value("page").unwrap_or_default() })
}

/// Sends events until the client is gone.
pub(super) fn send(mut client: Box<dyn Write + Send>, stream: &Stream, live: &Live) -> io::Result<()> {
    client.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n\
          X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 1000\n\n",
    )?;
    client.flush()?;
    let mut told = Told { page: stream.page.clone(), ..Told::default() };
    let mut now = live.now();
    loop {
        for (event, data) in told.news(&now, &stream.path) {
            write!(client, "event: {event}\ndata: {data}\n\n")?;
        }
        client.flush()?;
        now = loop {
            match live.after(now.revision, HEARTBEAT) {
                Some(next) => break next,
                None => {
                    client.write_all(b": still here\n\n")?;
                    client.flush()?;
                }
            }
        };
    }
}

/// What the page in view knows.
#[derive(Default)]
struct Told {
    page: String,
    styles: Option<Vec<String>>,
    findings: String,
}

impl Told {
    /// What is new to it, as events with their data.
    fn news(&mut self, now: &Now, path: &str) -> Vec<(&'static str, String)> {
        let mut news = Vec::new();
        match &*now.moment {
            Moment::Unusable(unusable) => {
                // What comes after it is told whole.
                *self = Told { page: std::mem::take(&mut self.page), ..Told::default() };
                let data = serde_json::json!({"message": unusable.message, "help": unusable.help});
                news.push(("problem", data.to_string()));
            }
            Moment::Site(snapshot) => {
                let (page, styles) = state(snapshot, path);
                let page = page.map(|fingerprint| fingerprint.to_string());
                if self.styles.as_ref() != Some(&styles) || page.as_ref() != Some(&self.page) {
                    news.push(("change", serde_json::json!({"page": page, "styles": styles}).to_string()));
                    self.page = page.unwrap_or_default();
                    self.styles = Some(styles);
                }
                let all = now.findings.as_ref().map(|findings| findings.as_slice());
                let findings = findings::data(snapshot, path, all).to_string();
                if findings != self.findings {
                    news.push(("findings", findings.clone()));
                    self.findings = findings;
                }
            }
        }
        news
    }
}

/// What a page shows, and its styles.
fn state(snapshot: &Snapshot, path: &str) -> (Option<Fingerprint>, Vec<String>) {
    let Some(html) = snapshot.output(path).and_then(page::html) else { return (None, Vec::new()) };
    (Some(page::fingerprint(&html, path, snapshot)), page::styles(&html, path, snapshot))
}
