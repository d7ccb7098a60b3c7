//! Links to other projects' documentation, and what others can link to.

use std::io::Read;

use waypost::inventory::compressed;
use waypost::workspace::{Options, Workspace};

use crate::support::{BARE_PAGE, Site, built, files_below};

/// As Sphinx writes it, but for what it compresses.
const NUMPY: &str = "# Sphinx inventory version 2\n\
    # Project: NumPy\n\
    # Version: 2.1\n\
    # The remainder of this file is compressed using zlib.\n\
    numpy.ndarray py:class 1 reference/generated/numpy.ndarray.html#$ -\n\
    absolute py:method 1 reference/absolute.html#numpy.absolute -\n\
    absolute std:label -1 user/absolute.html#absolute Absolute \"beginners\"\n\
    a name with spaces std:label -1 user/names.html#a-name With spaces\n";

const GUIDE: &str = r#"{"version": "1", "references": [
    {"kind": "page", "url": "/install"},
    {"identifier": "setup", "kind": "heading", "url": "/install", "implicit": true}
]}"#;

const SETTINGS: &str = "[inventories]\n\
    numpy = { file = 'inventories/numpy.inv', url = 'https://numpy.org/doc/stable/' }\n\
    my_guide = { file = 'inventories/guide.json', url = 'https://example.org/guide' }\n";

fn site(text: &str) -> Site {
    let site = Site::of(&[
        ("waypost.toml", SETTINGS),
        ("content/index.md", text),
        ("content/other.md", "# Other\n"),
        ("inventories/guide.json", GUIDE),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    site.write("inventories/numpy.inv", compressed(NUMPY));
    site
}

#[test]
fn a_link_finds_its_object_in_another_project() {
    let array = ("https://numpy.org/doc/stable/reference/generated/numpy.ndarray.html#numpy.ndarray", "numpy.ndarray");
    let label = ("https://numpy.org/doc/stable/user/absolute.html#absolute", "Absolute “beginners”");
    let setup = ("https://example.org/guide/install#setup", "setup");
    let cases = [
        ("[](numpy:numpy.ndarray)", array),
        ("[](numpy:py:class:numpy.ndarray)", array),
        ("[](inv:numpy#numpy.ndarray)", array),
        ("[](inv:numpy:py:class#numpy.ndarray)", array),
        ("[](xref:numpy#numpy.ndarray)", array),
        ("<numpy:numpy.ndarray>", array),
        ("[an array](numpy:numpy.ndarray)", (array.0, "an array")),
        ("[an array][it]\n\n[it]: numpy:numpy.ndarray", (array.0, "an array")),
        ("[](numpy:absolute)", ("https://numpy.org/doc/stable/reference/absolute.html#numpy.absolute", "absolute")),
        ("[](numpy:std:label:absolute)", label),
        ("[](<numpy:a name with spaces>)", ("https://numpy.org/doc/stable/user/names.html#a-name", "With spaces")),
        ("[](numpy:a%20name%20with%20spaces)", ("https://numpy.org/doc/stable/user/names.html#a-name", "With spaces")),
        ("[](my_guide:setup)", setup),
        ("[](xref:my_guide#setup)", setup),
        ("[](xref:my_guide/install#setup)", setup),
        ("[](xref:my_guide/install)", ("https://example.org/guide/install", "install")),
    ];
    for (written, (href, text)) in cases {
        let built = site(&format!("{written}\n")).build();
        assert_eq!(built.text, "", "{written}");
        assert_eq!(built.file("index.html"), format!("<p><a href=\"{href}\">{text}</a></p>\n"), "{written}");
    }
}

#[test]
fn the_markdown_twin_holds_the_same_links() {
    let built = site("# Home\n\n[An array](numpy:numpy.ndarray), <numpy:absolute>, <https://example.org>\n").build();
    assert_eq!(
        built.file("index.md"),
        "# Home\n\n\
         [An array](https://numpy.org/doc/stable/reference/generated/numpy.ndarray.html#numpy.ndarray), \
         [absolute](https://numpy.org/doc/stable/reference/absolute.html#numpy.absolute), <https://example.org>\n"
    );
}

#[test]
fn a_prefix_that_is_no_inventory_stays_what_it_is() {
    for destination in
        ["mailto:a@example.org", "tel:+4930", "vscode://file/x", "scipy:optimize", "https://a.org/numpy:x"]
    {
        let built = site(&format!("[x]({destination})\n")).build();
        assert_eq!(
            (&*built.text, built.file("index.html")),
            ("", &*format!("<p><a href=\"{destination}\">x</a></p>\n"))
        );
    }
    let site = Site::of(&[("content/index.md", "[x](xref:numpy#y), [x](inv:numpy#y)\n"), ("waypost.toml", "")]);
    assert_eq!(site.build().text, "");
    let taken = "[inventories]\nmailto = { file = 'a.inv', url = 'https://example.org/' }\nkelp = { file = 'a.inv', url = 'kelp/' }\n";
    site.write("waypost.toml", taken);
    assert_eq!(
        site.build().findings(),
        [
            "error invalid-settings waypost.toml: no inventory can be called `mailto`",
            "error invalid-settings waypost.toml: `kelp/` is not an absolute URL",
        ]
    );
}

#[test]
fn a_name_that_is_not_there_is_an_error_with_the_name_that_was_meant() {
    let site = site("# Home\n\nSee [arrays](numpy:py:class:np.ndarray) and [more](xref:my_giude#setup).\n");
    assert_eq!(
        site.build().text,
        "\
error[unknown-object]: `numpy` has no object `py:class:np.ndarray`
 --> content/index.md:3:14
  |
3 | See [arrays](numpy:py:class:np.ndarray) and [more](xref:my_giude#setup).
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `numpy:py:class:numpy.ndarray`?

error[unknown-object]: there is no inventory `my_giude`
 --> content/index.md:3:52
  |
3 | See [arrays](numpy:py:class:np.ndarray) and [more](xref:my_giude#setup).
  |                                                    ^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `xref:my_guide#setup`?

"
    );
    site.write("content/index.md", "# Home\n\nSee [it](numpy:torch.device).\n");
    let text = site.build().text;
    assert!(
        text.contains("help: its names stand in `inventories/numpy.inv`; fetch it again if the name is new"),
        "{text}"
    );
}

#[test]
fn an_inventory_that_cannot_be_read_is_one_error_in_the_settings() {
    let site = site("# Home\n\n[a](numpy:numpy.ndarray), [b](numpy:nothing), [c](my_guide:setup)\n");
    site.write("inventories/numpy.inv", "<!DOCTYPE html>\n");
    std::fs::remove_file(site.path("inventories/guide.json")).unwrap();
    assert_eq!(
        site.build().text,
        "\
error[unreadable]: the inventory `inventories/numpy.inv` is no inventory: it begins with `<!DOCTYPE html>`
 --> waypost.toml:2:18
  |
2 | numpy = { file = 'inventories/numpy.inv', url = 'https://numpy.org/doc/stable/' }
  |                  ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: fetch it: `curl --fail --location --output inventories/numpy.inv https://numpy.org/doc/stable/objects.inv`

error[unreadable]: the inventory `inventories/guide.json` is not there
 --> waypost.toml:3:21
  |
3 | my_guide = { file = 'inventories/guide.json', url = 'https://example.org/guide' }
  |                     ^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: fetch it: `curl --fail --location --output inventories/guide.json https://example.org/guide/myst.xref.json`

"
    );
}

#[test]
fn another_inventory_renders_the_pages_again_that_name_its_objects() {
    let site = site("# Home\n\n[](numpy:numpy.ndarray)\n");
    let workspace = Workspace::open(site.folder.path(), Options::default(), true).unwrap();
    built(&workspace);
    let before = workspace.work().rendered;
    site.write("inventories/numpy.inv", compressed(&NUMPY.replace("reference/generated/", "api/")));
    let home = built(&workspace).file("index.html").to_owned();
    assert!(home.contains("href=\"https://numpy.org/doc/stable/api/numpy.ndarray.html#numpy.ndarray\""), "{home}");
    assert_eq!(workspace.work().rendered - before, 1);
    // A build that remembers an earlier one writes what one writes that does not.
    site.run(&["build", "--out", "warm"]);
    site.write("inventories/numpy.inv", compressed(NUMPY));
    assert_eq!(site.run(&["build", "--out", "warm"]).code, 0);
    assert_eq!(site.run(&["build", "--no-cache", "--out", "cold"]).code, 0);
    assert!(files_below(&site.path("warm")) == files_below(&site.path("cold")));
}

#[test]
fn others_find_pages_headings_records_and_terms_in_the_site_s_own_inventory() {
    let site = Site::of(&[
        ("waypost.toml", "[site]\ntitle = 'Kelp'\nversion = '2.1'\n"),
        ("content/index.md", "# Kelp\n"),
        ("content/how-tos/Use GPUs.md", "# Use GPUs\n\n## On AWS\n\n<a id=\"silent\"></a>\n"),
        ("content/how-tos/secret.md", "---\nunlisted: true\n---\n\n# Secret\n"),
        ("data/personas.toml", "[ana]\nname = 'Ana'\noccupation = 'Sailor'\n"),
        ("data/terms.toml", "[gpu]\nterm = 'GPU'\ndefinition = 'A processor for pictures.'\n"),
        ("data/people.toml", "[bo]\nname = 'Bo'\nlisted = true\n\n[cy]\nname = 'Cy'\nlisted = false\n"),
    ]);
    assert_eq!(site.run(&["build"]).code, 0);
    let bytes = std::fs::read(site.path("site/objects.inv")).unwrap();
    // As Sphinx reads it: four lines, and the rest unpacked.
    let head_end = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(3).unwrap().0 + 1;
    let mut text = String::from_utf8(bytes[..head_end].to_vec()).unwrap();
    flate2::read::ZlibDecoder::new(&bytes[head_end..]).read_to_string(&mut text).unwrap();
    assert_eq!(
        text,
        "\
# Sphinx inventory version 2
# Project: Kelp
# Version: 2.1
# The remainder of this file is compressed using zlib.
community/coverage std:doc -1 community/coverage/ Coverage
community/people std:doc -1 community/people/ People
community/people/bo std:doc -1 community/people/bo/ Bo
how-tos/Use GPUs std:doc -1 how-tos/Use%20GPUs/ Use GPUs
index std:doc -1 index.html Kelp
personas std:doc -1 personas/ Personas
personas/ana std:doc -1 personas/ana/ Ana
reference/glossary std:doc -1 reference/glossary/ Glossary
how-tos/use gpus#on-aws std:label -1 how-tos/Use%20GPUs/#on-aws On AWS
how-tos/use gpus#use-gpus std:label -1 how-tos/Use%20GPUs/#use-gpus Use GPUs
index#kelp std:label -1 index.html#kelp Kelp
people/bo std:label -1 community/people/bo/ Bo
personas/ana std:label -1 personas/ana/ Ana
terms/gpu std:label -1 reference/glossary/#term-gpu GPU
GPU std:term -1 reference/glossary/#term-gpu -
"
    );
    // A site can be linked to from another site, by the same names.
    let other = Site::of(&[
        ("waypost.toml", "[inventories]\nkelp = { file = 'kelp.inv', url = 'https://kelp.example.org/' }\n"),
        ("content/index.md", "[](kelp:how-tos/Use%20GPUs#on-aws), [](kelp:personas/ana), [](kelp:term:GPU)\n"),
        ("theme/templates/page.html", BARE_PAGE),
    ]);
    other.write("kelp.inv", &bytes);
    let built = other.build();
    assert_eq!(built.text, "");
    assert_eq!(
        built.file("index.html"),
        "<p><a href=\"https://kelp.example.org/how-tos/Use%20GPUs/#on-aws\">On AWS</a>, \
         <a href=\"https://kelp.example.org/personas/ana/\">Ana</a>, \
         <a href=\"https://kelp.example.org/reference/glossary/#term-gpu\">GPU</a></p>\n"
    );
    // A file of the writer's own takes its place.
    site.write("static/objects.inv", "mine");
    site.run(&["build"]);
    assert_eq!(std::fs::read_to_string(site.path("site/objects.inv")).unwrap(), "mine");
}
