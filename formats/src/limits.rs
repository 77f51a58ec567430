//! How much of a file is read. Sizes that a file states are never believed; what comes out is counted.

/// A file in an archive may unpack to so many bytes.
pub const EACH: usize = 32 << 20;
/// All files of one archive together, archives within it included.
pub const TOTAL: usize = 200 << 20;
/// Files of one archive.
pub const N_FILES: usize = 5_000;
/// Rows of one table.
pub const N_ROWS: usize = 5_000;
/// Columns of one table.
pub const N_COLUMNS: usize = 256;
/// Bytes of all cells of one table.
pub const TABLE: usize = 64 << 20;

/// What is left of the limits while one file is read.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// Bytes that may still be unpacked.
    pub n_bytes: usize,
    /// Files that may still be read.
    pub n_files: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { n_bytes: TOTAL, n_files: N_FILES }
    }
}
