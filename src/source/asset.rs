//! Files that are copied, not parsed: images, downloads, fonts. The door to `imagesize`.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Fingerprint;

/// A file that a page may show or link to. Its bytes stay on the disk.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Where it lands in the site, without a leading slash: `how-tos/diagram.svg`.
    pub path: Arc<str>,
    /// From the site's folder, as findings show it: `content/how-tos/diagram.svg`.
    pub source: Arc<str>,
    /// Where it is now.
    pub file: PathBuf,
    /// How large it is.
    pub bytes: u64,
    /// Of its bytes.
    pub fingerprint: Fingerprint,
    /// Width and height in CSS pixels, for images that say so.
    pub dimensions: Option<(u32, u32)>,
}

/// Reads what a page must know of a file. The error is a sentence without the path.
pub fn read_asset(file: &Path, path: &str, source: &str) -> Result<Asset, String> {
    let open = || File::open(file).map_err(|error| error.to_string());
    let fingerprint = Fingerprint::of_reader(open()?).map_err(|error| error.to_string())?;
    let bytes = std::fs::metadata(file).map_err(|error| error.to_string())?.len();
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let dimensions = match extension.as_deref() {
        Some("svg") => svg_size(&head_of(open()?)),
        Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "bmp" | "ico" | "tif" | "tiff") => {
            imagesize::size(file).ok().map(|size| (size.width as u32, size.height as u32))
        }
        _ => None,
    };
    Ok(Asset { path: path.into(), source: source.into(), file: file.to_owned(), bytes, fingerprint, dimensions })
}

/// The root element of an SVG stands near its beginning; the rest can be megabytes of paths.
fn head_of(file: File) -> String {
    let mut bytes = Vec::new();
    // A file that fails here has just been fingerprinted: no size is the right answer to whatever happened since.
    let _ = file.take(16 * 1024).read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `width` and `height` where they are plain pixels, else the size of the `viewBox`.
fn svg_size(head: &str) -> Option<(u32, u32)> {
    let start = head.find("<svg")?;
    let tag = &head[start..start + head[start..].find('>')?];
    let pixels = |name| {
        let value = attribute(tag, name)?;
        value.strip_suffix("px").unwrap_or(value).trim().parse::<f64>().ok()
    };
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let numbers: Vec<f64> = attribute(tag, "viewBox")?
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter_map(|number| number.parse().ok())
            .collect();
        (numbers.len() == 4).then(|| (numbers[2], numbers[3]))
    })?;
    (width >= 1.0 && height >= 1.0).then(|| (width.round() as u32, height.round() as u32))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].chars().next_back()?;
        let after = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        before.is_whitespace().then(|| after[1..].split(quote).next())?
    })
}

#[cfg(test)]
mod tests {
    use super::svg_size;

    #[test]
    fn an_svg_has_the_size_it_declares_or_that_of_its_view_box() {
        assert_eq!(svg_size(r#"<svg width="40px" height='20' viewBox="0 0 4 2">"#), Some((40, 20)));
        assert_eq!(svg_size(r#"<?xml?><svg stroke-width="2" width="100%" viewBox="0 0 640 480.4">"#), Some((640, 480)));
        assert_eq!(svg_size("<svg>"), None);
        assert_eq!(svg_size("<svg width='"), None);
    }
}
