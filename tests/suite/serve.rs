//! The live preview: what a save shows, what a request gets, and what nobody gets.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{PICTURE, Site, files_below};

/// A preview that ends with the test.
struct Preview {
    process: Child,
    port: u16,
}

impl Preview {
    fn of(site: &Site) -> Preview {
        let mut process = Command::new(env!("CARGO_BIN_EXE_waypost"))
            .args(["serve", "--port", "0"])
            .current_dir(site.folder.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut news = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        news.read_line(&mut line).unwrap();
        let port = line.split("http://127.0.0.1:").nth(1).unwrap_or_else(|| panic!("{line}"));
        let port = port.split('/').next().unwrap().parse().unwrap();
        // A pipe that nobody empties would stop the preview one day.
        std::thread::spawn(move || news.lines().for_each(drop));
        Preview { process, port }
    }

    /// Sends a request as it is written.
    fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        // A server may close before all was sent.
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        Answer { head, body: bytes[(end + 4).min(bytes.len())..].to_vec() }
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let host = format!("localhost:{}", self.port);
        self.raw(&format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }

    /// The page at a path, once it holds a text. Files are seen in milliseconds; a machine may be busy.
    fn wait_for(&self, target: &str, text: &str) -> String {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let page = self.get(target).text();
            if page.contains(text) {
                return page;
            }
            assert!(Instant::now() < until, "{target} does not come to hold {text:?}:\n{page}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// What the page at a path is told, as long as it listens.
    fn events(&self, path: &str, page: &str) -> Events {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let target = format!("/-/waypost/events?path={path}&page={page}");
        write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        Events { lines: BufReader::new(stream) }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
    }

    fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut values = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
        values.next().unwrap_or("")
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next event of a name; others are passed over.
    fn next(&mut self, wanted: &str) -> Value {
        let mut event = String::new();
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap_or(0) > 0, "the stream ended before `{wanted}`");
            if let Some(name) = line.strip_prefix("event: ") {
                event = name.trim().to_owned();
            } else if let Some(data) = line.strip_prefix("data: ").filter(|_| event == wanted) {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

fn site() -> Site {
    Site::of(&[
        ("waypost.toml", "[site]\ntitle = 'Kelp'\n[theme]\ncss = ['own.css']\n[serve]\neditor = 'vscode'\n"),
        ("content/index.md", "# Home\n\n[](@how-tos/one)\n"),
        ("content/how-tos/index.md", "# How-tos\n\nFor those who are at work.\n"),
        ("content/how-tos/one.md", "# Use it\n\nFirst text. ![A dot](dot.gif)\n"),
        ("content/how-tos/dot.gif", PICTURE),
        ("data/values.toml", "[open]\nname = 'Openness'\nstatement = 'We say why.'\n"),
        ("static/own.css", "a { color: red }\n"),
    ])
}

/// The page's bytes without the script of the preview.
fn without_script(page: &str) -> String {
    let start = page.find("<script type=\"module\" src=\"/-/waypost/").expect("the page has the script of the preview");
    let end = start + page[start..].find("</script>\n").unwrap() + "</script>\n".len();
    format!("{}{}", &page[..start], &page[end..])
}

/// The mark by which a browser knows the page.
fn mark_of(page: &str) -> String {
    page.split("data-page=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn every_file_is_that_of_a_build_but_for_a_script() {
    let site = site();
    let preview = Preview::of(&site);
    let out = tempfile::tempdir().unwrap();
    let to = out.path().join("site");
    assert_eq!(site.run(&["build", "--out", to.to_str().unwrap()]).code, 0);
    let mut built = files_below(&to);
    built.remove(".waypost-manifest.json");
    assert!(built.len() > 10);
    for (path, bytes) in built {
        let answer = preview.get(&format!("/{path}"));
        assert_eq!(answer.header("Cache-Control"), "no-store", "{path}");
        match path.ends_with(".html") {
            true if path == "404.html" => {}
            true => assert_eq!(without_script(&answer.text()), String::from_utf8(bytes).unwrap(), "{path}"),
            false => assert_eq!((answer.status(), &answer.body), (200, &bytes), "{path}"),
        }
    }
    let missing = preview.get("/nowhere/");
    assert_eq!(missing.status(), 404);
    // It goes by no fingerprint: a page that never was has not been removed.
    let script = "src=\"/-/waypost/live.js\" data-path=\"nowhere/index.html\" data-page=\"\"";
    assert!(missing.text().contains(script), "{}", missing.text());
    let folder = preview.get("/how-tos/one?a=b");
    assert_eq!((folder.status(), folder.header("Location")), (302, "/how-tos/one/?a=b"));
}

#[test]
fn a_save_shows_at_once_whatever_it_changes() {
    let site = site();
    let preview = Preview::of(&site);
    preview.wait_for("/how-tos/one/", "First text.");
    site.write("content/how-tos/one.md", "# Use it\n\nSecond text.\n");
    preview.wait_for("/how-tos/one/", "Second text.");
    // An editor that writes beside and renames.
    site.write("content/how-tos/one.md~", "# Use it well\n\nThird text.\n");
    std::fs::rename(site.path("content/how-tos/one.md~"), site.path("content/how-tos/one.md")).unwrap();
    preview.wait_for("/how-tos/one/", "Third text.");
    preview.wait_for("/", "Use it well");
    // A new page in a new folder, which moves.
    site.write("content/reference/deep/new.md", "# New\n\nBorn.\n");
    preview.wait_for("/reference/deep/new/", "Born.");
    std::fs::rename(site.path("content/reference/deep"), site.path("content/reference/deeper")).unwrap();
    preview.wait_for("/reference/deeper/new/", "Born.");
    assert_eq!(preview.get("/reference/deep/new/").status(), 404);
    std::fs::remove_dir_all(site.path("content/reference")).unwrap();
    preview.wait_for("/reference/deeper/new/", "data-path=\"reference/deeper/new/index.html\" data-page=\"");
    // Data, settings, theme, components, styles, files.
    site.write("data/values.toml", "[open]\nname = 'Openness'\nstatement = 'We say it twice.'\n");
    preview.wait_for("/community/values/", "We say it twice.");
    site.write("waypost.toml", "[site]\ntitle = 'Bladderwrack'\n[theme]\ncss = ['own.css']\n");
    preview.wait_for("/", "Bladderwrack");
    site.write("theme/i18n/en.toml", "on_this_page = \"What is here\"\n");
    site.write("content/how-tos/one.md", "# Use it\n\n## A\n\nText.\n\n## B\n\nText.\n");
    preview.wait_for("/how-tos/one/", "What is here");
    site.write("static/own.css", "a { color: green }\n");
    preview.wait_for("/own.css", "green");
    site.write("static/new.txt", "new\n");
    preview.wait_for("/new.txt", "new");
    // The names of another project's documentation.
    let inventory =
        |path| format!("{{\"references\": [{{\"identifier\": \"blade\", \"kind\": \"x\", \"url\": \"/{path}\"}}]}}");
    site.write("content/how-tos/one.md", "# Use it\n\n[](kelp:blade)\n");
    site.write(
        "waypost.toml",
        "[inventories]\nkelp = { file = 'names/kelp.json', url = 'https://kelp.example.org/' }\n",
    );
    site.write("names/kelp.json", inventory("first"));
    preview.wait_for("/how-tos/one/", "https://kelp.example.org/first#blade");
    site.write("names/kelp.json", inventory("second"));
    preview.wait_for("/how-tos/one/", "https://kelp.example.org/second#blade");
    // Thousands of files at once, as of a checkout.
    for number in 0..500 {
        site.write(&format!("content/concepts/p{number}.md"), format!("# P {number}\n\nThe {number}th.\n"));
    }
    preview.wait_for("/concepts/p499/", "The 499th.");
    preview.wait_for("/concepts/p250/", "The 250th.");
}

#[test]
fn a_page_is_told_to_reload_only_when_it_is_another() {
    let site = site();
    let preview = Preview::of(&site);
    let page = preview.wait_for("/how-tos/one/", "First text.");
    let mut events = preview.events("how-tos/one/index.html", &mark_of(&page));
    let first = events.next("change");
    assert_eq!(first["page"], mark_of(&page));
    // Another page changes; this one is not told. Then this one does.
    site.write("content/index.md", "# Home\n\n[](@how-tos/one) again\n");
    preview.wait_for("/", "again");
    site.write("static/own.css", "a { color: green }\n");
    let style = events.next("change");
    assert_eq!(style["page"], mark_of(&page), "only the style is another");
    assert_ne!(style["styles"], first["styles"]);
    site.write("content/how-tos/one.md", "# Use it\n\nSecond text. ![A dot](dot.gif)\n");
    let text = events.next("change");
    assert_ne!(text["page"], mark_of(&page));
    // A picture that is another is a page that is another, though its text is the same.
    std::fs::write(site.path("content/how-tos/dot.gif"), PICTURE.replace(';', "\u{1};")).unwrap();
    let picture = events.next("change");
    assert_ne!(picture["page"], text["page"]);
    std::fs::remove_file(site.path("content/how-tos/one.md")).unwrap();
    assert_eq!(events.next("change")["page"], Value::Null, "the page is gone");
    site.write("content/how-tos/one.md", "# Use it\n\nBack.\n");
    assert!(events.next("change")["page"].is_string());
}

#[test]
fn findings_come_with_their_place_on_the_page_and_in_the_file() {
    let site = site();
    let preview = Preview::of(&site);
    preview.wait_for("/", "Home");
    let mut events = preview.events("how-tos/one/index.html", "");
    site.write("content/how-tos/one.md", "# Use it\n\n## Install\n\nRead “[this](nowhere.md)” now.\n");
    let findings = loop {
        let findings = events.next("findings");
        if findings["counts"]["errors"] == 1 {
            break findings;
        }
    };
    let broken = |found: &&Value| found["rule"] == "broken-link";
    let here = findings["here"].as_array().unwrap().iter().find(broken).unwrap();
    assert_eq!((&here["rule"], &here["severity"]), (&"broken-link".into(), &"error".into()));
    assert_eq!(
        (&here["path"], &here["line"], &here["column"]),
        (&"content/how-tos/one.md".into(), &5.into(), &14.into())
    );
    assert_eq!(here["near"]["anchor"], "install");
    assert_eq!(here["near"]["text"], "Read “this” now.");
    let editor = here["editor"].as_str().unwrap();
    assert!(editor.starts_with("vscode://file/") && editor.ends_with("/content/how-tos/one.md:5:14"), "{editor}");
    // On another page it is a finding elsewhere, with the way there.
    let mut home = preview.events("index.html", "");
    let elsewhere = loop {
        let findings = home.next("findings");
        if let Some(found) = findings["elsewhere"].as_array().unwrap().iter().find(broken) {
            break found.clone();
        }
    };
    assert_eq!((&elsewhere["rule"], &elsewhere["url"]), (&"broken-link".into(), &"/how-tos/one/".into()));
}

#[test]
fn of_many_findings_elsewhere_the_worst_are_told() {
    let site = site();
    for number in 0..60 {
        site.write(&format!("content/concepts/p{number:02}.md"), format!("# P {number:02}\n\n## Note:\n\nText.\n"));
    }
    site.write("content/reference/z.md", "# Z\n\nRead [the last page](nowhere.md).\n");
    let preview = Preview::of(&site);
    let mut events = preview.events("index.html", "");
    let findings = loop {
        let findings = events.next("findings");
        if findings["counts"]["suggestions"].as_u64() >= Some(60) && findings["counts"]["errors"] == 1 {
            break findings;
        }
    };
    assert_eq!(findings["elsewhere"][0]["rule"], "broken-link");
    let told = findings["elsewhere"].as_array().unwrap().len();
    assert_eq!((told, findings["more"].as_u64() >= Some(11)), (50, true));
}

#[test]
fn a_site_that_cannot_be_shown_says_why_and_recovers() {
    let site = site();
    let preview = Preview::of(&site);
    preview.wait_for("/", "Home");
    let mut events = preview.events("index.html", "");
    std::fs::rename(site.path("content"), site.path("contents")).unwrap();
    let problem = events.next("problem");
    assert!(problem["message"].as_str().unwrap().contains("there is no"), "{problem}");
    let page = preview.wait_for("/how-tos/one/", "The site cannot be shown");
    assert!(page.contains("data-path=\"how-tos/one/index.html\""), "{page}");
    std::fs::rename(site.path("contents"), site.path("content")).unwrap();
    preview.wait_for("/how-tos/one/", "First text.");
    // Settings that cannot be read are findings: the site is shown with what can.
    site.write("waypost.toml", "[site\ntitle = 3\n");
    preview.wait_for("/", "Home");
    site.write("content/index.md", format!("# Home\n\n{}\n\n<script>\n{{% raw", "> ".repeat(20_000)));
    preview.wait_for("/", "raw");
    // A template that fails shows the text, and says so.
    site.write("theme/templates/page.html", "{{ nothing.there.at.all }}");
    site.write("content/index.md", "# Home\n\nStill here.\n");
    preview.wait_for("/", "Still here.");
}

#[test]
fn no_request_gets_what_is_not_of_the_site() {
    let site = site();
    site.write("secret.txt", "the secret");
    site.write("content/.hidden.md", "# The secret\n\nthe secret\n");
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "the secret").unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside.path(), site.path("static/out")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), site.path("static/link.txt")).unwrap();
    }
    let preview = Preview::of(&site);
    preview.wait_for("/", "Home");
    let names =
        ["secret.txt", "waypost.toml", "etc/passwd", ".git/config", "content/index.md", "link.txt", "out/secret.txt"];
    let ups = [
        "",
        "../",
        "..%2f",
        "%2e%2e/",
        "%2e%2e%2f",
        "..%5c",
        "..\\",
        "....//",
        "..;/",
        "%252e%252e/",
        ".%2e/",
        "..%c0%af",
    ];
    let prefixes = ["/", "//", "/./", "/how-tos/"];
    let mut tried = 0;
    for name in names {
        for up in ups {
            for prefix in prefixes {
                for target in [format!("{prefix}{}{name}", up.repeat(4)), format!("{prefix}{up}{name}%00.html")] {
                    let answer = preview.get(&target);
                    let text = answer.text();
                    assert!(
                        !text.contains("the secret") && !text.contains("[site]") && !text.contains("root:"),
                        "{target}"
                    );
                    assert!(matches!(answer.status(), 302 | 400 | 404), "{target}: {}", answer.head);
                    tried += 1;
                }
            }
        }
    }
    for target in [
        "*",
        "http://localhost/../../etc/passwd",
        "C:\\Windows\\win.ini",
        "file:///etc/passwd",
        "/-/waypost/../../secret.txt",
        "/-/waypost/client.rs",
    ] {
        assert!(matches!(preview.get(target).status(), 400 | 404), "{target}");
        tried += 1;
    }
    assert!(tried > 200, "{tried}");
    // A file that became a link while the site was served.
    #[cfg(unix)]
    {
        std::fs::remove_file(site.path("content/how-tos/one.md")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), site.path("content/how-tos/one.md")).unwrap();
        site.write("content/index.md", "# Home\n\nLater.\n");
        preview.wait_for("/", "Later.");
        assert!(!preview.get("/how-tos/one/").text().contains("the secret"));
        // Nor does a file that never ends stop what comes after it.
        std::fs::remove_file(site.path("content/how-tos/one.md")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", site.path("content/how-tos/one.md")).unwrap();
        site.write("content/index.md", "# Home\n\nLater still.\n");
        preview.wait_for("/", "Later still.");
        site.write("static/later.txt", "public\n");
        preview.wait_for("/later.txt", "public");
        std::fs::remove_file(site.path("static/later.txt")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.txt"), site.path("static/later.txt")).unwrap();
        assert!(!preview.get("/later.txt").text().contains("the secret"));
    }
}

#[test]
fn only_this_machine_is_answered_and_only_questions_are() {
    let site = site();
    let preview = Preview::of(&site);
    let port = preview.port;
    for (host, status) in [
        (format!("localhost:{port}"), 200),
        (format!("127.0.0.1:{port}"), 200),
        ("evil.example.org".to_owned(), 403),
        (format!("localhost.example.org:{port}"), 403),
    ] {
        for target in ["/", "/-/waypost/live.js", "/own.css"] {
            let answer = preview.raw(&format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
            assert_eq!(answer.status(), status, "{host}{target}");
        }
    }
    // A page elsewhere may link here, and may not look.
    for (headers, status) in [
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n", 200),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n", 200),
    ] {
        let answer = preview.ask("GET", "/", headers);
        assert_eq!((answer.status(), answer.header("Cross-Origin-Resource-Policy")), (status, "same-origin"));
    }
    let stream =
        "GET /-/waypost/events?path=index.html HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n";
    assert_eq!(preview.raw(stream).status(), 403);
    assert_eq!(preview.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status(), 403);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = preview.ask(method, "/", "Content-Length: 0\r\n");
        assert_eq!((answer.status(), answer.header("Allow")), (405, "GET, HEAD"), "{method}");
    }
}

#[test]
fn parts_of_files_and_heads_are_answered() {
    let site = site();
    site.write("static/film.mp4", "0123456789");
    let preview = Preview::of(&site);
    let part = |range: &str| {
        let answer = preview.ask("GET", "/film.mp4", &format!("Range: {range}\r\n"));
        (answer.status(), answer.header("Content-Range").to_owned(), answer.text())
    };
    assert_eq!(part("bytes=2-4"), (206, "bytes 2-4/10".to_owned(), "234".to_owned()));
    assert_eq!(part("bytes=-2"), (206, "bytes 8-9/10".to_owned(), "89".to_owned()));
    assert_eq!(part("bytes=20-"), (416, "bytes */10".to_owned(), "the file has no such part\n".to_owned()));
    let head = preview.ask("HEAD", "/film.mp4", "");
    assert_eq!((head.status(), head.header("Content-Length"), head.text()), (200, "10", String::new()));
    for (path, kind) in [
        ("/film.mp4", "video/mp4"),
        ("/", "text/html; charset=utf-8"),
        ("/own.css", "text/css; charset=utf-8"),
        ("/how-tos/dot.gif", "image/gif"),
        ("/how-tos/one/index.md", "text/markdown; charset=utf-8"),
        ("/-/waypost/live.js", "text/javascript; charset=utf-8"),
    ] {
        assert_eq!(preview.get(path).header("Content-Type"), kind, "{path}");
    }
}

#[test]
fn a_client_that_does_not_read_keeps_nobody_waiting() {
    let site = site();
    std::fs::write(site.path("static/large.bin"), vec![7_u8; 30_000_000]).unwrap();
    let preview = Preview::of(&site);
    preview.wait_for("/", "Home");
    let slow: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
            write!(stream, "GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            stream
        })
        .collect();
    // Others begin a request and never end it.
    let silent: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHo").unwrap();
            stream
        })
        .collect();
    let listeners: Vec<Events> = (0..20).map(|_| preview.events("index.html", "")).collect();
    preview.wait_for("/", "Home");
    drop((slow, silent, listeners));
    preview.wait_for("/", "Home");
}
