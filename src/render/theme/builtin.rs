//! The files of the built-in theme, in the binary. One file, one line.

/// Path in the theme → text.
pub(super) const FILES: &[(&str, &str)] = &[
    ("components/admonition.html", include_str!("../../../themes/default/components/admonition.html")),
    ("components/code.html", include_str!("../../../themes/default/components/code.html")),
    ("components/details.html", include_str!("../../../themes/default/components/details.html")),
    ("i18n/en.toml", include_str!("../../../themes/default/i18n/en.toml")),
    ("scripts/contents.js", include_str!("../../../themes/default/scripts/contents.js")),
    ("scripts/copy.js", include_str!("../../../themes/default/scripts/copy.js")),
    ("scripts/details.js", include_str!("../../../themes/default/scripts/details.js")),
    ("scripts/early.js", include_str!("../../../themes/default/scripts/early.js")),
    ("scripts/menu.js", include_str!("../../../themes/default/scripts/menu.js")),
    ("scripts/scheme.js", include_str!("../../../themes/default/scripts/scheme.js")),
    ("scripts/sidebar.js", include_str!("../../../themes/default/scripts/sidebar.js")),
    ("styles/admonition.css", include_str!("../../../themes/default/styles/admonition.css")),
    ("styles/base.css", include_str!("../../../themes/default/styles/base.css")),
    ("styles/code.css", include_str!("../../../themes/default/styles/code.css")),
    ("styles/contents.css", include_str!("../../../themes/default/styles/contents.css")),
    ("styles/header.css", include_str!("../../../themes/default/styles/header.css")),
    ("styles/layout.css", include_str!("../../../themes/default/styles/layout.css")),
    ("styles/listing.css", include_str!("../../../themes/default/styles/listing.css")),
    ("styles/modes.css", include_str!("../../../themes/default/styles/modes.css")),
    ("styles/page.css", include_str!("../../../themes/default/styles/page.css")),
    ("styles/print.css", include_str!("../../../themes/default/styles/print.css")),
    ("styles/prose.css", include_str!("../../../themes/default/styles/prose.css")),
    ("styles/sidebar.css", include_str!("../../../themes/default/styles/sidebar.css")),
    ("styles/tokens.css", include_str!("../../../themes/default/styles/tokens.css")),
    ("templates/404.html", include_str!("../../../themes/default/templates/404.html")),
    ("templates/base.html", include_str!("../../../themes/default/templates/base.html")),
    ("templates/home.html", include_str!("../../../themes/default/templates/home.html")),
    ("templates/landing.html", include_str!("../../../themes/default/templates/landing.html")),
    ("templates/llms.txt", include_str!("../../../themes/default/templates/llms.txt")),
    ("templates/page.html", include_str!("../../../themes/default/templates/page.html")),
    ("templates/redirect.html", include_str!("../../../themes/default/templates/redirect.html")),
    ("templates/redirects.netlify", include_str!("../../../themes/default/templates/redirects.netlify")),
    ("templates/redirects.nginx", include_str!("../../../themes/default/templates/redirects.nginx")),
    ("templates/robots.txt", include_str!("../../../themes/default/templates/robots.txt")),
    ("templates/sitemap.xml", include_str!("../../../themes/default/templates/sitemap.xml")),
    (
        "templates/partials/breadcrumbs.html",
        include_str!("../../../themes/default/templates/partials/breadcrumbs.html"),
    ),
    ("templates/partials/brief.html", include_str!("../../../themes/default/templates/partials/brief.html")),
    ("templates/partials/cards.html", include_str!("../../../themes/default/templates/partials/cards.html")),
    (
        "templates/partials/contents-bar.html",
        include_str!("../../../themes/default/templates/partials/contents-bar.html"),
    ),
    ("templates/partials/contents.html", include_str!("../../../themes/default/templates/partials/contents.html")),
    ("templates/partials/footer.html", include_str!("../../../themes/default/templates/partials/footer.html")),
    ("templates/partials/head.html", include_str!("../../../themes/default/templates/partials/head.html")),
    ("templates/partials/header.html", include_str!("../../../themes/default/templates/partials/header.html")),
    ("templates/partials/icons.html", include_str!("../../../themes/default/templates/partials/icons.html")),
    ("templates/partials/kind.html", include_str!("../../../themes/default/templates/partials/kind.html")),
    ("templates/partials/links.html", include_str!("../../../themes/default/templates/partials/links.html")),
    ("templates/partials/nav.html", include_str!("../../../themes/default/templates/partials/nav.html")),
    (
        "templates/partials/not-found-script.html",
        include_str!("../../../themes/default/templates/partials/not-found-script.html"),
    ),
    ("templates/partials/notice.html", include_str!("../../../themes/default/templates/partials/notice.html")),
    ("templates/partials/page-foot.html", include_str!("../../../themes/default/templates/partials/page-foot.html")),
    ("templates/partials/pager.html", include_str!("../../../themes/default/templates/partials/pager.html")),
    ("templates/partials/paths.html", include_str!("../../../themes/default/templates/partials/paths.html")),
    ("templates/partials/scheme.html", include_str!("../../../themes/default/templates/partials/scheme.html")),
    ("templates/partials/sidebar.html", include_str!("../../../themes/default/templates/partials/sidebar.html")),
];

/// The style sheets in the order in which they are joined: what comes later may refine what came before.
pub(super) const STYLES: &[&str] = &[
    "styles/tokens.css",
    "styles/base.css",
    "styles/layout.css",
    "styles/header.css",
    "styles/sidebar.css",
    "styles/contents.css",
    "styles/page.css",
    "styles/prose.css",
    "styles/admonition.css",
    "styles/code.css",
    "styles/listing.css",
    "styles/modes.css",
    "styles/print.css",
];

/// The scripts in the order in which they are joined.
pub(super) const SCRIPTS: &[&str] = &[
    "scripts/scheme.js",
    "scripts/menu.js",
    "scripts/sidebar.js",
    "scripts/contents.js",
    "scripts/details.js",
    "scripts/copy.js",
];

/// The script that runs in the head, before the first paint.
pub(super) const EARLY_SCRIPT: &str = "scripts/early.js";
