//! Redirects: of the plugin, of `netlify.toml`, of `_redirects`. Entry point: [`read`].

use super::super::settings::Settings;
use super::super::tree::{entries, get, items, text_at, texts};
use super::super::{Home, Left, Text};
use super::{Report, instances::named, is_off};
use crate::data::{self, Located, Notation, Value};

pub(super) fn read(config: &Located, home: &Home, settings: &mut Settings, report: &mut Report) {
    for plugin in get(config, "plugins").map_or(&[][..], items) {
        let (name, options) = named(plugin);
        if name.is_some_and(|name| name.ends_with("client-redirects")) {
            of_plugin(options, settings, report);
        }
    }
    let base = text_at(config, &["baseUrl"]).unwrap_or("/").trim_matches('/').to_owned();
    if let Some(file) = Text::read(&home.dir, "netlify.toml") {
        of_netlify(&file, &base, settings, &mut report.left);
    }
    let folders = settings.r#static.clone().unwrap_or_else(|| vec!["static".to_owned()]);
    for folder in folders {
        let folder = folder.strip_prefix(&home.prefix).unwrap_or(&folder).trim_start_matches('/').to_owned();
        if let Some(file) = Text::read(&home.dir, &format!("{folder}/_redirects")) {
            of_list(&file, &base, settings, &mut report.left);
        }
    }
}

fn of_plugin(options: Option<&Located>, settings: &mut Settings, report: &mut Report) {
    for entry in options.map_or(&[][..], entries) {
        match entry.key.as_str() {
            "id" => {}
            "redirects" => {
                for redirect in items(&entry.value) {
                    let froms = get(redirect, "from").map_or(Vec::new(), texts);
                    match text_at(redirect, &["to"]) {
                        Some(to) => froms.iter().for_each(|from| put(settings, from, to)),
                        None => report.tell(
                            redirect.span,
                            "this redirect leads to no literal address",
                            "write it under `[redirects]`",
                        ),
                    }
                }
            }
            "fromExtensions" | "toExtensions" if !is_off(&entry.value) => {
                let what = format!("`{}` makes redirects for every page", entry.key);
                report.tell_entry(entry, what, "write those that somebody uses under `[redirects]`");
            }
            _ => {}
        }
    }
}

fn of_netlify(file: &Text, base: &str, settings: &mut Settings, left: &mut Vec<Left>) {
    let (tree, errors) = data::read(Notation::Toml, &file.text, 0);
    for error in errors {
        left.push(file.left(error.span.start as usize, error.message, "mend the file, and import again"));
    }
    for redirect in get(&tree, "redirects").map_or(&[][..], items) {
        let at = redirect.span.start as usize;
        let (Some(from), Some(to)) = (text_at(redirect, &["from"]), text_at(redirect, &["to"])) else {
            left.push(file.left(at, "this redirect has no `from` and `to`", "write both"));
            continue;
        };
        let status = get(redirect, "status").map(|status| &status.value);
        let is_redirect = matches!(status, None | Some(Value::Integer(301 | 302 | 307 | 308)));
        let has_conditions = ["conditions", "query"].iter().any(|key| get(redirect, key).is_some());
        one(file, at, (from, to), base, is_redirect && !has_conditions, settings, left);
    }
}

fn of_list(file: &Text, base: &str, settings: &mut Settings, left: &mut Vec<Left>) {
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let words: Vec<&str> = line.split('#').next().unwrap_or("").split_whitespace().collect();
        if let [from, to, rest @ ..] = &words[..] {
            let is_redirect = matches!(rest, [] | ["301" | "302" | "307" | "308" | "301!" | "302!"]);
            one(file, at, (from, to), base, is_redirect, settings, left);
        }
        at += line.len();
    }
}

/// A redirect from one path. What leads from many, or is none, stays with the host.
fn one(
    file: &Text,
    at: usize,
    (from, to): (&str, &str),
    base: &str,
    is_redirect: bool,
    settings: &mut Settings,
    left: &mut Vec<Left>,
) {
    let is_one = from.starts_with('/') && !from.contains(['*', ':', '?']) && !to.contains(":splat");
    if !is_one || !is_redirect {
        let help = "it works where the host reads this file; a site has a page for each old path, under `[redirects]`";
        left.push(file.left(at, format!("`{from}` is no redirect from one path to another"), help));
        return;
    }
    put(settings, &without_base(from, base), &without_base(to, base));
}

fn without_base(path: &str, base: &str) -> String {
    let rest = path.strip_prefix('/').and_then(|path| path.strip_prefix(base)).filter(|_| !base.is_empty());
    rest.filter(|rest| rest.is_empty() || rest.starts_with('/')).map_or(path, |rest| rest).to_owned()
}

fn put(settings: &mut Settings, from: &str, to: &str) {
    let from = if from.starts_with('/') { from.to_owned() } else { format!("/{from}") };
    let to = if to.is_empty() { "/" } else { to };
    settings.redirects.entry(from).or_insert_with(|| to.to_owned());
}
