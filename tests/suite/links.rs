//! Where links lead, how URLs are made, and what is said of links that lead nowhere.

use crate::support::{BARE_PAGE, Site};

fn linked(files: &[(&str, &str)], from: &str, destination: &str) -> String {
    let mut all = vec![("theme/templates/page.html", BARE_PAGE)];
    all.extend(files);
    let site = Site::of(&all);
    site.write(&format!("content/{from}"), format!("[x]({destination})\n"));
    let built = site.build();
    assert_eq!(built.text, "", "{destination}");
    let output = format!("{}/index.html", from.trim_end_matches(".md").trim_end_matches("index")).replace("//", "/");
    let html = built.file(&output);
    html.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_link_is_looked_for_beside_the_file_in_the_section_and_in_the_content() {
    let files = [
        ("content/index.md", "# Home\n"),
        ("content/how-tos/admin/backup.md", "# Backup\n\n## Restore\n"),
        ("content/how-tos/use-gpus.md", "# GPUs\n\n## On AWS\n"),
        ("content/reference/cli.md", "# CLI\n"),
        ("content/how-tos/admin/plan.pdf", "%PDF"),
        ("static/files/logo.txt", "logo"),
    ];
    let cases = [
        ("backup.md#restore", "../backup/#restore"),
        ("backup", "../backup/"),
        ("./backup.md", "../backup/"),
        ("../use-gpus.md#on-aws", "../../use-gpus/#on-aws"),
        ("use-gpus.md", "../../use-gpus/"),
        ("reference/cli.md", "../../../reference/cli/"),
        ("@reference/cli", "../../../reference/cli/"),
        ("/reference/cli/", "../../../reference/cli/"),
        ("/reference/cli.html", "../../../reference/cli/"),
        ("/how-tos/use-gpus.md", "../../use-gpus/"),
        ("../../reference/", "../../../reference/"),
        ("../../index.md", "../../../"),
        ("plan.pdf#page=2", "../plan.pdf#page=2"),
        ("/files/logo.txt", "../../../files/logo.txt"),
        ("use-gpus.md?tab=aws#on-aws", "../../use-gpus/?tab=aws#on-aws"),
        ("https://example.org/x.md", "https://example.org/x.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ];
    for (destination, href) in cases {
        assert_eq!(linked(&files, "how-tos/admin/here.md", destination), href, "{destination}");
    }
}

#[test]
fn a_link_without_text_takes_the_title_of_what_it_leads_to() {
    let site = Site::of(&[
        ("content/index.md", "[](@how-tos/use-gpus), [](how-tos/use-gpus.md#on-aws) and [](#below).\n\n## Below\n"),
        ("content/how-tos/use-gpus.md", "# Use \"GPUs\"\n\n## On AWS\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    let first = built.file("index.html").lines().next().unwrap();
    assert_eq!(
        first,
        "<p><a href=\"how-tos/use-gpus/\">Use “GPUs”</a>, <a href=\"how-tos/use-gpus/#on-aws\">On AWS</a> and <a href=\"#below\">Below</a>.</p>"
    );
}

#[test]
fn names_with_spaces_signs_and_emoji_are_encoded_once() {
    let files = [("content/index.md", "# Home\n"), ("content/a b/50% #1 🚀.md", "# Odd\n")];
    for destination in ["<a b/50% #1 🚀.md>", "a%20b/50%25%20%231%20%F0%9F%9A%80.md"] {
        if destination.contains('#') {
            // An unencoded `#` begins a fragment, in a browser too.
            continue;
        }
        assert_eq!(linked(&files, "here.md", destination), "../a%20b/50%25%20%231%20%F0%9F%9A%80/", "{destination}");
    }
}

#[test]
fn raw_html_is_linked_and_checked_like_markdown() {
    let site = Site::of(&[
        (
            "content/index.md",
            "<p id=\"here\"><a href=\"guide.md#x\">guide</a> <a href='gone.md'>gone</a></p>\n\n[](guide.md#x) [same](#here)\n",
        ),
        ("content/guide.md", "<a name=\"x\"></a>\n\n# Guide\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert!(
        built.file("index.html").starts_with("<p id=\"here\"><a href=\"guide/#x\">guide</a>"),
        "{}",
        built.file("index.html")
    );
    assert_eq!(built.findings(), ["error broken-link content/index.md: there is no page or file `gone.md`"]);
}

#[test]
fn what_stands_in_comments_and_code_is_no_link() {
    let site = Site::of(&[(
        "content/index.md",
        "# Home\n\n<!-- [a](gone.md) <a href=\"gone.md\"> -->\n\n`[b](gone.md)`\n\n```md\n[c](gone.md)\n```\n",
    )]);
    assert_eq!(site.build().text, "");
}

#[test]
fn a_broken_link_is_shown_where_it_stands_with_the_nearest_target() {
    let site = Site::of(&[
        (
            "content/index.md",
            "# Home\n\nRead [how](how-tos/use-gpu.md) and [this][ref], ![chart](chart.png).\n\n[ref]: how-tos/use-gpus.md#on-asw\n",
        ),
        ("content/how-tos/use-gpus.md", "# Use GPUs\n\n## On AWS\n\n[out](../../secret.md) [case](../Index.md)\n"),
    ]);
    assert_eq!(
        site.build().text,
        "\
error[broken-link]: `../../secret.md` climbs out of the content folder
 --> content/how-tos/use-gpus.md:5:7
  |
5 | [out](../../secret.md) [case](../Index.md)
  |       ^^^^^^^^^^^^^^^
  |
  = help: link to a file of the site, or use the full URL

warning[case-mismatch]: `../Index.md` is not written as its file is
 --> content/how-tos/use-gpus.md:5:31
  |
5 | [out](../../secret.md) [case](../Index.md)
  |                               ^^^^^^^^^^^
  |
  = help: the file is called `index.md`

error[broken-link]: there is no page or file `how-tos/use-gpu.md`
 --> content/index.md:3:12
  |
3 | Read [how](how-tos/use-gpu.md) and [this][ref], ![chart](chart.png).
  |            ^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `how-tos/use-gpus.md`?

error[broken-image]: there is no image `chart.png`
 --> content/index.md:3:58
  |
3 | Read [how](how-tos/use-gpu.md) and [this][ref], ![chart](chart.png).
  |                                                          ^^^^^^^^^

error[broken-anchor]: `content/how-tos/use-gpus.md` has no anchor `#on-asw`
 --> content/index.md:5:8
  |
5 | [ref]: how-tos/use-gpus.md#on-asw
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `#on-aws`?

"
    );
}

#[test]
fn a_word_in_brackets_twice_is_a_link_only_where_it_reads_like_one() {
    let site =
        Site::of(&[("content/index.md", "# Home\n\nSee [the guide][giude], not list[i][j].\n\n[guide]: index.md\n")]);
    assert_eq!(site.build().findings(), ["error broken-reference content/index.md: no link is defined for `[giude]`"]);
}

#[test]
fn drafts_are_left_out_and_links_to_them_reported() {
    let site = Site::of(&[
        ("content/index.md", "# Home\n\n[soon](soon.md)\n"),
        ("content/soon.md", "+++\ndraft = true\n+++\n# Soon\n"),
    ]);
    let built = site.build();
    assert!(!built.files.contains_key("soon/index.html"));
    assert_eq!(built.findings(), ["error broken-link content/index.md: `soon.md` is a draft and not published"]);
    let with_drafts = site.build_with(waypost::workspace::Options { drafts: true, ..Default::default() });
    assert!(with_drafts.files.contains_key("soon/index.html"));
    assert_eq!(with_drafts.text, "");
}

#[test]
fn a_redirect_stands_at_each_old_path() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[site]\nbase_url = \"https://docs.example.org/\"\n[redirects]\n\"/chat/\" = \"https://chat.example.org/\"\n\"/old.html\" = \"/guide/#part\"\n\"/older/\" = \"/chat/\"\n",
        ),
        ("content/index.md", "# Home\n"),
        ("content/guide.md", "+++\naliases = [\"/manual/\", \"handbook\"]\n+++\n# Guide\n\n## Part\n"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    let refresh = |file: &str| built.file(file).split("url=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(refresh("manual/index.html"), "../guide/");
    assert_eq!(refresh("handbook/index.html"), "../guide/");
    assert_eq!(refresh("chat/index.html"), "https://chat.example.org/");
    assert_eq!(refresh("old.html"), "guide/#part");
    assert_eq!(refresh("older/index.html"), "https://chat.example.org/");
    assert!(
        built.file("manual/index.html").contains("<link rel=\"canonical\" href=\"https://docs.example.org/guide/\">")
    );
}

#[test]
fn hosts_get_lists_of_redirects_when_they_are_asked_for() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[site]\nbase_url = \"https://example.org/docs/\"\n[build]\nredirect_maps = [\"netlify\", \"nginx\"]\n[redirects]\n\"/chat/\" = \"https://chat.example.org/\"\n",
        ),
        ("content/index.md", "# Home\n"),
        ("content/guide.md", "+++\naliases = [\"/old guide/\"]\n+++\n# Guide\n"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert_eq!(
        built.file("_redirects"),
        "/docs/chat/ https://chat.example.org/ 301\n/docs/old%20guide/ /docs/guide/ 301\n"
    );
    assert_eq!(
        built.file("redirects.nginx.conf"),
        "/docs/chat/ https://chat.example.org/;\n/docs/chat https://chat.example.org/;\n/docs/old%20guide/ /docs/guide/;\n/docs/old%20guide /docs/guide/;\n"
    );
}

#[test]
fn redirects_that_loop_hide_a_page_or_lead_nowhere_are_errors() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[redirects]\n\"/a/\" = \"/b/\"\n\"/b/\" = \"/a/\"\n\"/guide/\" = \"/\"\n\"/c/\" = \"/gone/\"\n",
        ),
        ("content/index.md", "# Home\n"),
        ("content/guide.md", "# Guide\n"),
    ]);
    assert_eq!(
        site.build().findings(),
        [
            "error redirect-conflict waypost.toml: the redirect from `/a/` leads back to itself",
            "error redirect-conflict waypost.toml: the redirect from `/b/` leads back to itself",
            "error redirect-conflict waypost.toml: the redirect from `/guide/` would hide `content/guide.md`",
            "error broken-redirect waypost.toml: the redirect to `/gone/` leads to no page or file of the site",
        ]
    );
}

#[test]
fn redirects_that_go_round_by_a_side_way_end() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[site]\nbase_url = \"https://example.org/docs/\"\n[redirects]\n\"/a/\" = \"/docs/b/\"\n\"/b/\" = \"/docs/a/\"\n",
        ),
        ("content/index.md", "# Home\n\n[a](/a/)\n"),
    ]);
    let findings = site.build().findings();
    assert_eq!(findings.len(), 3, "{findings:?}");
    assert!(findings[0].starts_with("error broken-link"), "{findings:?}");
    assert!(findings[1].starts_with("error broken-redirect"), "{findings:?}");
}

#[test]
fn the_site_works_under_any_path_and_without_a_server() {
    let site = Site::of(&[
        ("waypost.toml", "[build]\noffline = true\n"),
        ("content/index.md", "# Home\n\n[](guide/index.md)\n"),
        ("content/guide/index.md", "# Guide\n\n[](../index.md)\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert!(built.file("index.html").contains("href=\"guide/index.html\""));
    assert!(built.file("guide/index.html").contains("href=\"../index.html\""));
}

#[test]
fn pages_can_be_files_instead_of_folders() {
    let site = Site::of(&[
        ("waypost.toml", "[build]\nurl_style = \"html\"\nstrip_number_prefixes = true\n"),
        ("content/index.md", "# Home\n\n[](1-guide/02-install.md) [](platforms/chat.md) [](platforms.md)\n"),
        ("content/1-guide/02-install.md", "# Install\n\n[](../index.md)\n"),
        ("content/platforms.md", "# Platforms\n"),
        ("content/platforms/chat.md", "# Chat\n\n[](../platforms.md)\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    assert!(built.file("index.html").contains("<a href=\"guide/install.html\">Install</a> <a href=\"platforms/chat.html\">Chat</a> <a href=\"platforms.html\">"));
    assert!(built.file("guide/install.html").contains("href=\"../\""));
    assert!(built.files.contains_key("guide/install.md"), "the twin stands beside the page");
    assert!(built.file("platforms/chat.html").contains("href=\"../platforms.html\""));
}

#[test]
fn slug_and_id_change_the_route() {
    let site = Site::of(&[
        ("content/intro.md", "+++\nslug = \"/\"\n+++\n# Welcome\n"),
        ("content/guide/a.md", "+++\nslug = \"start\"\n+++\n# A\n"),
        ("content/guide/b.md", "+++\nid = \"bee\"\n+++\n# B\n"),
        ("content/guide/c.md", "+++\nslug = \"/top/c\"\n+++\n# C\n\n[](a.md) [](../guide/b.md)\n"),
    ]);
    let built = site.build();
    assert_eq!(built.text, "");
    for file in ["index.html", "guide/start/index.html", "guide/bee/index.html", "top/c/index.html"] {
        built.file(file);
    }
    assert!(built.file("index.html").contains("Welcome"));
}

#[test]
fn a_link_to_an_old_path_leads_to_the_new_place() {
    let site = Site::of(&[
        (
            "waypost.toml",
            "[redirects]\n\"/chat/\" = \"https://chat.example.org/\"\n\"/part/\" = \"guide.md#part\"\n[theme]\nlinks = [{ label = \"Sec\", url = \"#sec\" }]\n",
        ),
        (
            "content/index.md",
            "# Home\n\n[a](/old%20manual/) [b](chat) [c](/part/) [d](guide.md#nope) [e](/old%20manual/?q=1#part) [f](/old%20manual/#gone)\n\n## Sec\n",
        ),
        ("content/guide.md", "+++\naliases = [\"/old%20manual/\"]\n+++\n# Guide\n\n## Part\n"),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "error broken-anchor content/index.md: `content/guide.md` has no anchor `#nope`",
            "error broken-anchor content/index.md: `content/guide.md` has no anchor `#gone`",
        ]
    );
    let html = built.file("index.html");
    for href in ["guide/\">a", "https://chat.example.org/\">b", "guide/#part\">c", "guide/\">d", "guide/?q=1#part\">e"]
    {
        assert!(html.contains(href), "{href}: {html}");
    }
    assert!(
        built.file("guide/index.html").contains("href=\"../#sec\""),
        "a place on the home page is there from everywhere"
    );
    assert!(built.files.contains_key("old manual/index.html"));
}

#[test]
fn a_folder_keeps_its_own_page_and_numbers_do_not_hide_it() {
    let site = Site::of(&[
        ("waypost.toml", "[build]\nstrip_number_prefixes = true\n"),
        ("content/index.md", "# Home\n"),
        ("content/01-guides/01-install.md", "# Install\n"),
        ("content/02-x.md", "+++\nslug = \"/guides\"\naliases = [\"/y/\", \"/y\"]\n+++\n# Guides\n"),
        ("content/how-tos/index.md", "# How-tos\n"),
        ("content/z.md", "+++\nslug = \"/how-tos/\"\n+++\n# Z\n"),
        ("content/2024-plan.md", "Text.\n"),
    ]);
    let built = site.build();
    assert_eq!(
        built.findings(),
        [
            "error duplicate-url content/z.md: `content/how-tos/index.md` and `content/z.md` both become `how-tos/index.html`"
        ]
    );
    assert!(
        built.file("guides/index.html").contains("Guides") && built.file("how-tos/index.html").contains("How-tos</h1>")
    );
    assert!(built.file("plan/index.html").contains("<h1>2024 plan</h1>"));
}
