//! The live preview: the site as it is in the folders now, over HTTP on this machine. Entry point: [`serve`].
//!
//! A thread watches the folders and puts a new [`live::Moment`] in place of the old one; each request is answered from the
//! moment that it finds. A page is rendered when a browser asks for it, by the same pipeline as in a build, so that it has
//! the same bytes but for one script at its end. Of what a page holds it must know no more than which files it shows.

mod address;
mod answer;
mod client;
mod events;
mod findings;
mod http;
mod live;
mod page;
mod watch;

use std::net::SocketAddr;
use std::sync::Arc;

use self::live::Live;
use crate::workspace::Workspace;

/// How a site is served.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The name or address that is listened on.
    pub host: String,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// Ports after it that are tried when it is taken.
    pub more_ports: u16,
}

/// What happens while a site is served, for those who tell a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The site can be asked for at this address.
    Listening(SocketAddr),
    /// The site is ready for the first time.
    Ready {
        /// How many pages it has.
        pages: usize,
    },
    /// Files changed, and the site is what they say now.
    Changed {
        /// The files, from the site's folder where they lie in it; a few of them where there are many.
        files: Vec<String>,
        /// How many there are.
        count: usize,
        /// How long it took, in milliseconds.
        milliseconds: u64,
    },
    /// The site cannot be shown now. It can again when this is mended.
    Unusable {
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
    /// Changes are not seen in time.
    Blind(String),
}

/// Serves a site until the process ends. The error is a sentence and what to do.
pub fn serve(workspace: Workspace, settings: &Settings, news: fn(&News)) -> Result<(), (String, String)> {
    let server = http::listen(settings)?;
    let address = http::address_of(&server);
    news(&News::Listening(address));
    let live = Arc::new(Live::default());
    watch::start(workspace, live.clone(), news);
    http::answer_all(server, &settings.host, &live);
    Ok(())
}
