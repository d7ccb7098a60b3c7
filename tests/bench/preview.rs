//! What a writer feels: from a save to the bytes that the browser gets.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{edit, timed};

/// Edits that are timed.
const EDITS: usize = 15;

/// Starts a preview, asks for the first page, and edits a page.
pub fn measure(site: &Path, page: &Path, row: &dyn Fn(&str, Duration)) {
    let start = Instant::now();
    let mut preview = Command::new(env!("CARGO_BIN_EXE_waypost"))
        .arg("serve")
        .arg(site)
        .args(["--port", "0"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut news = BufReader::new(preview.stderr.take().expect("it was asked for"));
    let mut line = String::new();
    news.read_line(&mut line).expect("the address is told");
    let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
    let port: u16 = port.expect("the address has a port");
    std::thread::spawn(move || news.lines().for_each(drop));
    get(port, "/");
    row("serve: start to first page", start.elapsed());
    // Until nothing is left to do: the whole site is checked meanwhile, and that is not what is measured.
    std::thread::sleep(Duration::from_secs(12));
    let inside = page.strip_prefix(site.join("content")).expect("the page lies in the content");
    let url = format!("/{}/", inside.with_extension("").to_string_lossy());
    let text = std::fs::read_to_string(page).expect("the page is there");
    get(port, &url);
    row(
        "save to bytes served, text",
        middle(|run| {
            let mark = format!("Mark {run} of the text.");
            edit(page, &format!("\n{mark}\n"));
            wait_for(port, &url, &mark)
        }),
    );
    row(
        "save to bytes served, title",
        middle(|run| {
            let mark = format!("Title {run}");
            let (head, rest) = text.split_once("title = \"").expect("the page has a title");
            let rest = rest.split_once('"').expect("the title ends").1;
            std::fs::write(page, format!("{head}title = \"{mark}\"{rest}")).expect("the page can be written");
            wait_for(port, &url, &mark)
        }),
    );
    preview.kill().expect("the preview can be stopped");
    preview.wait().expect("the preview ends");
}

fn middle(mut run: impl FnMut(usize) -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..EDITS)
        .map(|number| {
            // A writer does not save again at once.
            std::thread::sleep(Duration::from_millis(120));
            run(number)
        })
        .collect();
    times.sort();
    times[EDITS / 2]
}

fn wait_for(port: u16, url: &str, text: &str) -> Duration {
    timed(|| {
        while !get(port, url).contains(text) {
            std::thread::sleep(Duration::from_micros(500));
        }
    })
}

fn get(port: u16, url: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the preview listens");
    write!(stream, "GET {url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it is asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer
}
