//! `waypost serve`

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::{CLEAN, fail, plural, today};
use crate::lint::Scope;
use crate::serve::{self, News, Settings};
use crate::workspace::{Options, Workspace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder: one with waypost.toml, with a content folder, or with Markdown files
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The port; 0 takes one that is free [default: 8000, or the next that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// The name or address to listen on; 0.0.0.0 lets other machines in
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Show drafts too
    #[arg(long)]
    drafts: bool,
}

/// The first port that is tried.
const PORT: u16 = 8000;
/// Ports after it that are tried.
const MORE_PORTS: u16 = 20;

pub(super) fn run(arguments: &Arguments) -> u8 {
    let options =
        Options { drafts: arguments.drafts, scope: Scope::Lint, as_of: today(), history: true, ..Options::default() };
    let mut workspace = match Workspace::open(&arguments.dir, options, true) {
        Ok(workspace) => workspace,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    if let Some(cache) = workspace.cache() {
        workspace.remember_history(&cache);
    }
    let settings = Settings {
        host: arguments.host.clone(),
        port: arguments.port.unwrap_or(PORT),
        more_ports: if arguments.port.is_some() { 0 } else { MORE_PORTS },
    };
    let news = if arguments.open { tell_and_open } else { tell };
    match serve::serve(workspace, &settings, news) {
        Ok(()) => CLEAN,
        Err((message, help)) => fail(&message, &help),
    }
}

fn tell_and_open(news: &News) {
    tell(news);
    if let News::Listening(address) = news
        && let Err(error) = open::that(here(*address))
    {
        eprintln!("warning: no browser could be opened: {error}");
    }
}

/// The address for a browser on this machine.
fn here(address: SocketAddr) -> String {
    match address.ip().is_unspecified() {
        true => format!("http://localhost:{}/", address.port()),
        false => format!("http://{address}/"),
    }
}

fn tell(news: &News) {
    match news {
        News::Listening(address) => {
            let others = if address.ip().is_unspecified() { ", and all addresses of this machine" } else { "" };
            eprintln!("serving {}{others} (Ctrl+C stops)", here(*address));
        }
        News::Ready { pages } => eprintln!("{} ready", plural(*pages, "page")),
        News::Changed { files, count, milliseconds } => {
            let more = count - files.len();
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            let files = if files.is_empty() { "everything".to_owned() } else { files.join(", ") };
            eprintln!("{files}{more}: {milliseconds} ms");
        }
        News::Unusable { message, help } => eprintln!("error: {message}\n  = help: {help}"),
        News::Blind(why) => eprintln!(
            "warning: changes are not seen: {why}\n  = help: save the settings to have everything read again, or start anew"
        ),
    }
}
