//! Modules and literals as people write them, and what stands of them.

use super::{exported, literal};
use crate::data::{Located, Value};

/// A value as JSON would write it.
fn shown(located: &Located) -> String {
    match &located.value {
        Value::Null => "null".to_owned(),
        Value::Bool(boolean) => boolean.to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Float(float) => float.to_string(),
        Value::Text(text) => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entries = entries.iter().map(|entry| format!("{}: {}", entry.key, shown(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// What a module exports, then each problem with the text at its place.
fn read(text: &str) -> String {
    let module = exported(text);
    let value = module.value.as_ref().map_or("nothing".to_owned(), shown);
    let problems = module.problems.iter().map(|problem| {
        let line = text[..problem.error.span.start as usize].matches('\n').count() + 1;
        format!("\n{line}: {}", problem.error.message)
    });
    value + &problems.collect::<String>()
}

#[test]
fn a_module_exports_an_object_in_any_of_the_usual_ways() {
    for module in [
        "module.exports = { title: 'A' };",
        "export default { title: 'A' };",
        "export = { title: 'A' };",
        "exports.default = { title: 'A' };",
        "const config = { title: 'A' };\nexport default config;",
        "/** @type {import('@docusaurus/types').Config} */\nconst config = { title: 'A' };\nmodule.exports = config;",
        "import type { Config } from 'x';\nconst config: Config = { title: 'A' };\nexport default config satisfies Config;",
        "export default { title: 'A' } as const;",
        "module.exports = async function createConfig() {\n  return { title: 'A' };\n};",
        "export default async function createConfig(): Promise<Config> {\n  const title = 'A';\n  return { title };\n}",
        "module.exports = () => ({ title: 'A' });",
        "const make = () => ({ title: 'A' });\nmodule.exports = make;",
    ] {
        assert_eq!(read(module), r#"{title: "A"}"#, "{module}");
    }
}

#[test]
fn constants_are_followed_and_modules_stand_by_their_names() {
    let module = r#"
import math from 'remark-math';
const org = "harbor", url = `https://git.example.org/${org}`;
const shared = { a: 1, list: [1, 2] };
module.exports = {
  ...shared,
  a: 2,
  url,
  edit: url + '/edit/',
  deep: shared.list,
  items: [...shared.list, 3],
  sidebar: require.resolve('./sidebars.js'),
  plugins: [math, require('remark-emoji')],
};"#;
    let expected = concat!(
        r#"{a: 2, list: [1, 2], url: "https://git.example.org/harbor", edit: "https://git.example.org/harbor/edit/", "#,
        r#"deep: [1, 2], items: [1, 2, 3], sidebar: "./sidebars.js", plugins: ["remark-math", "remark-emoji"]}"#
    );
    assert_eq!(read(module), expected);
}

#[test]
fn what_is_a_program_is_told_and_all_else_stands() {
    let module = r#"const path = require('path');
const isProduction = process.env.NODE_ENV === 'production';
const config = {
  title: 'A',
  url: process.env.URL || 'https://a.example.org',
  docs: path.resolve(__dirname, 'docs'),
  copyright: `© ${new Date().getFullYear()} A`,
  base: isProduction ? '/a/' : '/',
  editUrl: ({ docPath }) => `https://git.example.org/${docPath}`,
  createRedirects(from) { return [from]; },
  list: [1, f(), 3],
};
config.title = 'B';
config.list.push(4);
module.exports = config;"#;
    let expected = r#"{title: "A", url: "https://a.example.org", list: [1, 3]}
5: `process.env.URL` is not a literal, so `'https://a.example.org'` stands
6: `path.resolve(__dirname, 'docs')` is not a literal
7: `new Date().getFullYear()` is not a literal
8: `isProduction ? '/a/' : '/'` is not a literal
9: `({ docPath }) => `https://git.example.or …` is not a literal
10: `createRedirects(from) { return [from]; }` is not a literal
11: `f()` is not a literal
13: `config.title = 'B'` is not a literal
14: `config.list.push(4)` is not a literal"#;
    assert_eq!(read(module), expected);
}

#[test]
fn a_problem_in_a_constant_knows_where_the_constant_is_used() {
    let module = "const users = load();\nconst all = [users];\nmodule.exports = { a: f(), fields: { all } };";
    let problems = exported(module).problems;
    let places: Vec<_> = problems.iter().map(|one| (one.error.span.of(module), one.used_at.of(module))).collect();
    assert_eq!(places, [("load()", "all"), ("f()", "f()")]);
}

#[test]
fn what_is_broken_or_has_no_end_is_told_too() {
    assert_eq!(read("const title = 'A';"), "nothing");
    assert_eq!(read("module.exports = make();"), "nothing\n1: `make()` is not a literal");
    assert_eq!(read("module.exports = { title: 'A', url: };"), "{title: \"A\"}\n1: a value is missing here");
    assert_eq!(read("const a = b;\nconst b = a;\nmodule.exports = a;").lines().count(), 2);
    let doubling: String = (1..40).map(|n| format!("const a{n} = [...a{}, ...a{}];\n", n - 1, n - 1)).collect();
    let module = exported(&format!("const a0 = [1];\n{doubling}module.exports = a39;"));
    assert!(!module.problems.is_empty());
    let deep = format!("module.exports = {}1{};", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!exported(&deep).problems.is_empty());
    let chain = format!("module.exports = {}'a';", "'a' + ".repeat(100_000));
    assert!(!exported(&chain).problems.is_empty());
}

#[test]
fn a_literal_is_read_with_its_places() {
    let value = |text: &str| shown(&literal(text, 0).unwrap());
    assert_eq!(value(r#"'it\'s \u{1f600} \ud83d\ude00 \x41\n'"#), r#""it's 😀 😀 A\n""#);
    assert_eq!(value("`two\nlines`"), r#""two\nlines""#);
    assert_eq!(value("[1, -2.5, 0xff, 1_000, true, null,]"), "[1, -2.5, 255, 1000, true, null]");
    assert_eq!(value("{ a: 'b', 'c-d': { e: [] }, }"), r#"{a: "b", c-d: {e: []}}"#);
    assert_eq!(value("'a' // a comment"), r#""a""#);

    let Value::List(items) = literal("['a', 'b']", 100).unwrap().value else { panic!("a list") };
    assert_eq!((items[1].span.start, items[1].span.end), (106, 109));
}

#[test]
fn what_is_no_literal_is_an_error_with_its_place() {
    let error = |text: &str| literal(text, 10).map_err(|error| (error.message, error.span.start, error.span.end));
    let told = |message: &str, start, end| Err((message.to_owned(), start, end));
    assert_eq!(error("[1, name]"), told("`name` is not a literal", 14, 18));
    assert_eq!(error("() => 1"), told("`() => 1` is not a literal", 10, 17));
    assert_eq!(error("`${x}`"), told("`x` is not a literal", 13, 14));
    assert_eq!(error("<b>bold</b>"), told("`<b>bold</b>` is not a literal", 10, 21));
    assert_eq!(error(" "), told("there is no value", 10, 11));
    assert_eq!(error("'a', 'b'"), told("`'a', 'b'` is not a literal", 10, 18));
    assert!(error("{ a: ").is_err());
    assert!(error("1) + (2").is_err());
    assert!(error(&"(".repeat(100_000)).is_err());
    assert!(error(&"!".repeat(100_000)).is_err());
}
