//! Zip archives: names and bytes of what is in them.
//!
//! Nothing is written anywhere, so that a path such as `../../x` is only a name; it is cleaned all the same.

use crate::limits::{Budget, EACH};
use crate::refusal::Why;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

/// Turns the bytes of a name that is not UTF-8 into text; in Chinese archives they are GBK.
pub(crate) type NameDecoder<'a> = &'a dyn Fn(&[u8]) -> String;

/// An archive that is open.
pub(crate) struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    /// The files in it, sorted by name.
    pub entries: Vec<Entry>,
    /// Whether the list of files breaks off.
    pub is_cut: bool,
}

/// A file in an archive.
pub(crate) struct Entry {
    /// Path within the archive, with plain names only.
    pub name: String,
    way: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    crc: u32,
    is_encrypted: bool,
}

impl<'a> Archive<'a> {
    /// Opens an archive, or says that it is none.
    pub fn open(bytes: &'a [u8], decode: NameDecoder) -> Result<Self, Why> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| Why::Damaged)?;
        let mut entries = Vec::new();
        let mut is_cut = false;
        let mut headers = zip.entries();
        loop {
            let header = match headers.next_entry() {
                Ok(Some(header)) => header,
                Ok(None) => break,
                Err(_) => {
                    is_cut = true;
                    break;
                }
            };
            let raw = header.file_path();
            let name = path(raw.as_bytes(), header.flags().is_utf8(), decode);
            if header.is_dir() || name.is_empty() {
                continue;
            }
            entries.push(Entry {
                name,
                way: header.wayfinder(),
                method: header.compression_method(),
                crc: header.crc32(),
                is_encrypted: header.flags().is_encrypted(),
            });
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Archive { zip, entries, is_cut })
    }

    /// A file by its path, as office files name their parts: without regard to case.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name.trim_start_matches('/')))
    }

    /// The bytes of a file. What comes out is taken from the budget, whatever the archive says of sizes.
    pub fn read(&self, entry: &Entry, budget: &mut Budget) -> Result<Vec<u8>, Why> {
        if entry.is_encrypted {
            return Err(Why::Encrypted);
        }
        let packed = self.zip.get_entry(entry.way).map_err(|_| Why::Damaged)?;
        let limit = EACH.min(budget.n_bytes);
        let bytes = match entry.method {
            CompressionMethod::STORE if packed.data().len() <= limit => packed.data().to_vec(),
            CompressionMethod::STORE => return Err(over(limit, budget)),
            CompressionMethod::DEFLATE => match decompress_to_vec_with_limit(packed.data(), limit) {
                Ok(bytes) => bytes,
                Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(over(limit, budget)),
                Err(_) => return Err(Why::Damaged),
            },
            _ => return Err(Why::Compression),
        };
        budget.n_bytes -= bytes.len();
        if rawzip::crc32(&bytes) != entry.crc {
            return Err(Why::Damaged);
        }
        Ok(bytes)
    }
}

/// Past the limit of a single file, or of all together.
fn over(limit: usize, budget: &mut Budget) -> Why {
    if limit == EACH {
        // It was unpacked up to there, in vain.
        budget.n_bytes -= EACH;
        return Why::TooLarge;
    }
    budget.n_bytes = 0;
    Why::ArchiveTooLarge { n_files: 0, n_bytes: 0 }
}

/// The path with plain names only: no drive, no `..`, no empty steps.
fn path(raw: &[u8], is_utf8: bool, decode: NameDecoder) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) if is_utf8 => String::from_utf8_lossy(raw).into_owned(),
        Err(_) => decode(raw),
    };
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let steps =
        text.split(['/', '\\']).filter(|step| !matches!(*step, "" | "." | "..") && !step.ends_with(':'));
    steps.collect::<Vec<_>>().join("/")
}

/// Whether systems put the file there without the reader's doing.
pub(crate) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|step| {
        step.starts_with('.')
            || step.starts_with("~$")
            || ["__macosx", "thumbs.db", "desktop.ini"].contains(&step.to_ascii_lowercase().as_str())
    })
}
