//! Sockets and HTTP: listens, and gives each request a thread of its own. The door to `tiny_http`.

use std::fs::File;
use std::io::{Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tiny_http::{Header, Request, Response, Server, StatusCode};

use super::answer::{Answer, Asked, Content, answer};
use super::live::Live;
use super::{Settings, events};

/// Requests that are answered at a time. A slow client holds one; more of them than a person has are an attack.
const MOST: usize = 256;

/// Begins to listen.
pub(super) fn listen(settings: &Settings) -> Result<Server, (String, String)> {
    let Settings { host, port, more_ports } = settings;
    let host = host.trim_matches(['[', ']']);
    let last = port.saturating_add(*more_ports);
    let mut port = *port;
    loop {
        let failure = match TcpListener::bind((host, port)) {
            Ok(listener) => match Server::from_listener(listener, None) {
                Ok(server) => return Ok(server),
                Err(error) => return Err((format!("cannot listen on {host}: {error}"), "try again".to_owned())),
            },
            Err(failure) => failure,
        };
        let help = match failure.kind() {
            ErrorKind::AddrInUse if port < last => {
                port += 1;
                continue;
            }
            ErrorKind::AddrInUse => "choose another with `--port`; 0 takes one that is free",
            ErrorKind::PermissionDenied => "choose one above 1023 with `--port`",
            _ => "name this machine, or one of its addresses, with `--host`: without a scheme and without a port",
        };
        return Err((format!("cannot listen on `{host}`, port {port}: {failure}"), help.to_owned()));
    }
}

/// Where a server listens.
pub(super) fn address_of(server: &Server) -> SocketAddr {
    server.server_addr().to_ip().expect("the server listens on an address of the Internet protocol")
}

/// Answers requests until the process ends.
pub(super) fn answer_all(server: Server, host: &str, live: &Arc<Live>) {
    let address = reachable(address_of(&server));
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(NUDGE);
            nudge(address);
        }
    });
    let busy = Arc::new(AtomicUsize::new(0));
    let host: Arc<str> = host.into();
    for request in server.incoming_requests() {
        nudge(address);
        let place = Place::take(&busy);
        if busy.load(Ordering::SeqCst) > MOST {
            let _ = request.respond(Response::empty(503));
            continue;
        }
        let (live, host) = (live.clone(), host.clone());
        // A client that reads slowly, or went away, holds its own thread and no other.
        std::thread::spawn(move || {
            let _place = place;
            respond(request, &host, &live);
        });
    }
}

/// A place among the requests that are answered. It is given back however the answer ends.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(busy: &Arc<AtomicUsize>) -> Place {
        busy.fetch_add(1, Ordering::SeqCst);
        Place(busy.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Connects to the server and leaves.
///
/// tiny_http counts the threads that wait for a connection before they have woken up. Of two connections that come at
/// once, the second is then left in a queue until some thread is done, which may be never: browsers keep connections open.
/// Another connection makes a new thread, and that empties the queue.
fn nudge(address: SocketAddr) {
    // Where it fails, there is nobody to nudge.
    let _ = TcpStream::connect_timeout(&address, NUDGE);
}

/// How long a connection can be left in the queue where no request follows it.
const NUDGE: Duration = Duration::from_millis(100);

/// The address by which this machine reaches a server that listens on all of its addresses.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

fn respond(request: Request, host: &str, live: &Live) {
    let method = request.method().to_string();
    let target = request.url().to_owned();
    let header = |name: &'static str| {
        let header = request.headers().iter().find(|header| header.field.equiv(name));
        header.map(|header| header.value.as_str().to_owned())
    };
    let (of_host, range, from, mode) =
        (header("Host"), header("Range"), header("Sec-Fetch-Site"), header("Sec-Fetch-Mode"));
    // Who follows a link from elsewhere is welcome; a page elsewhere that reads or counts is not.
    let is_foreign = from.as_deref() == Some("cross-site") && mode.as_deref() != Some("navigate");
    let asked =
        Asked { method: &method, target: &target, host: of_host.as_deref(), range: range.as_deref(), is_foreign };
    if let Some(stream) = events::stream(&asked, host) {
        // The client goes, or the preview ends: neither is a failure.
        let _ = catch_unwind(AssertUnwindSafe(|| events::send(request.into_writer(), &stream, live)));
        return;
    }
    let now = live.now();
    // Content never ends the preview, whatever it does to the program.
    let answered = catch_unwind(AssertUnwindSafe(|| answer(&asked, host, &now.moment)));
    let _ = match answered {
        Ok(answer) => send(request, answer),
        Err(_) => {
            request.respond(Response::from_string("this page ended in a fault of Waypost\n").with_status_code(500))
        }
    };
}

fn send(request: Request, answer: Answer) -> std::io::Result<()> {
    let Answer { status, headers, content } = answer;
    let headers: Vec<Header> =
        headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok()).collect();
    let (body, length): (Box<dyn Read + Send>, u64) = match content {
        Content::Bytes(bytes) => {
            let length = bytes.len() as u64;
            (Box::new(Cursor::new(bytes)), length)
        }
        Content::File(file, from, length) => {
            let mut file = File::open(file)?;
            file.seek(SeekFrom::Start(from))?;
            // A file that has grown shorter meanwhile ends early.
            (Box::new(file.take(length)), length)
        }
    };
    let response = Response::new(StatusCode(status), headers, body, Some(length as usize), None);
    // With a known length, nothing is sent in chunks.
    request.respond(response.with_chunked_threshold(usize::MAX))
}
