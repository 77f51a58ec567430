//! Which column of a table is the text, and which say what of it: a guess by the names and by what is in them.

use crate::table::{Table, letters};
use serde::{Deserialize, Serialize};

/// Columns by their number from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The text; without it a table gives no documents.
    pub text: Option<usize>,
    /// The place that the text is about.
    pub place: Option<usize>,
    /// The date.
    pub date: Option<usize>,
    /// The title.
    pub title: Option<usize>,
    /// The medium.
    pub source: Option<usize>,
}

const TEXT: &[&str] = &[
    "正文",
    "全文",
    "内容",
    "文本",
    "原文",
    "文章",
    "文章内容",
    "text",
    "content",
    "body",
    "fulltext",
    "full text",
];
const PLACE: &[&str] = &[
    "城市",
    "地区",
    "地市",
    "市",
    "地级市",
    "县市区",
    "区县",
    "县区",
    "县",
    "省份",
    "省",
    "地方",
    "地点",
    "所在地",
    "city",
    "place",
    "region",
    "area",
    "county",
    "prefecture",
    "province",
    "location",
];
const DATE: &[&str] = &[
    "日期",
    "时间",
    "发布日期",
    "发布时间",
    "发表日期",
    "发表时间",
    "年份",
    "date",
    "time",
    "published",
    "year",
];
const TITLE: &[&str] = &["标题", "题目", "题名", "篇名", "文章标题", "title", "headline", "subject"];
const SOURCE: &[&str] = &[
    "来源",
    "媒体",
    "出处",
    "报纸",
    "网站",
    "发布机构",
    "单位",
    "source",
    "media",
    "publisher",
    "outlet",
    "newspaper",
];

/// The head is looked for among so many rows: above it may stand the table's own title.
const N_HEAD: usize = 10;
/// A cell of a head is no longer than this.
const MAX_NAME: usize = 24;
/// So many rows are looked at.
const N_LOOKED_AT: usize = 200;
/// A column of text has this many characters a cell on average, at the least.
const MIN_TEXT: usize = 15;

/// The row that is the head of a table.
pub(crate) fn head(rows: &[(usize, Vec<String>)]) -> Option<usize> {
    let is_known =
        |row: &[String]| [TEXT, PLACE, DATE, TITLE, SOURCE].iter().any(|names| find(row, names).is_some());
    let is_short = |row: &[String]| row.iter().all(|cell| cell.chars().count() <= MAX_NAME);
    let known = rows.iter().take(N_HEAD).position(|(_, row)| is_short(row) && is_known(row));
    // Without a name that is known, the first row is a head if it is all short names and the next row is not.
    let is_long = |cell: &String| cell.chars().count() > MIN_TEXT;
    let is_unlike_next = |row: &[String], next: &[String]| {
        next.iter().any(is_long)
            && row.iter().all(|cell| !cell.is_empty() && !is_long(cell) && !is_date(cell))
    };
    known.or_else(|| match rows {
        [(_, first), (_, second), ..] if is_unlike_next(first, second) => Some(0),
        _ => None,
    })
}

/// The columns that look like what they should be.
pub fn guess(table: &Table) -> Columns {
    let mut columns = Columns {
        text: find(&table.columns, TEXT),
        place: find(&table.columns, PLACE),
        date: find(&table.columns, DATE),
        title: find(&table.columns, TITLE),
        source: find(&table.columns, SOURCE),
    };
    let is_free = |column: &usize, columns: &Columns| {
        ![columns.text, columns.place, columns.date, columns.title, columns.source].contains(&Some(*column))
    };
    let all = 0..table.columns.len();
    if columns.text.is_none() {
        let length = |column: &usize| average(table, *column, |cell| cell.chars().count());
        let free = all.clone().filter(|column| is_free(column, &columns));
        columns.text = free.rev().max_by_key(length).filter(|column| length(column) >= MIN_TEXT);
    }
    if columns.date.is_none() {
        let mut free = all.clone().filter(|column| is_free(column, &columns));
        columns.date = free.find(|column| mostly(table, *column, is_date));
    }
    if columns.place.is_none() {
        let mut free = all.filter(|column| is_free(column, &columns));
        columns.place = free.find(|column| mostly(table, *column, is_place));
    }
    columns
}

impl Columns {
    /// Takes what a person says, `text=正文,city=城市`, over the guess: names of columns, their letters or numbers from 1.
    /// An empty name says that there is no such column.
    ///
    /// # Errors
    /// The name of the column that is not there, or what is not understood.
    pub fn named(mut self, spoken: &str, table: &Table) -> Result<Self, String> {
        for pair in spoken.split([',', '，']).filter(|pair| !pair.trim().is_empty()) {
            let (field, name) = pair.split_once('=').ok_or_else(|| pair.trim().to_owned())?;
            let column = match name.trim() {
                "" => None,
                name => Some(column(name, table).ok_or_else(|| name.to_owned())?),
            };
            match field.trim() {
                "text" => self.text = column,
                "city" | "place" => self.place = column,
                "date" => self.date = column,
                "title" => self.title = column,
                "source" => self.source = column,
                other => return Err(other.to_owned()),
            }
        }
        Ok(self)
    }
}

fn column(name: &str, table: &Table) -> Option<usize> {
    let by_name = table.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
    let by_number = || name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let by_letters = || (0..table.columns.len()).find(|column| letters(*column).eq_ignore_ascii_case(name));
    by_name.or_else(by_number).or_else(by_letters).filter(|column| *column < table.columns.len())
}

/// The column of the likeliest of some names; a name may have more around it, such as `发布时间（北京）`.
fn find(columns: &[String], names: &[&str]) -> Option<usize> {
    let plain = |column: &String| {
        let name = column.split(['(', '（', ':', '：', '/']).next().unwrap_or_default();
        name.trim().to_lowercase()
    };
    let columns: Vec<String> = columns.iter().map(plain).collect();
    names.iter().find_map(|name| columns.iter().position(|column| column == name))
}

fn cells(table: &Table, column: usize) -> impl Iterator<Item = &str> {
    let rows = table.rows.iter().take(N_LOOKED_AT);
    rows.filter_map(move |(_, row)| row.get(column)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

fn average(table: &Table, column: usize, measure: impl Fn(&str) -> usize) -> usize {
    let (n, sum) = cells(table, column).fold((0, 0), |(n, sum), cell| (n + 1, sum + measure(cell)));
    sum / n.max(1)
}

/// Whether at least four fifths of a column's cells are so.
fn mostly(table: &Table, column: usize, is_so: impl Fn(&str) -> bool) -> bool {
    let (n, n_so) =
        cells(table, column).fold((0, 0), |(n, n_so), cell| (n + 1, n_so + usize::from(is_so(cell))));
    n > 0 && 5 * n_so >= 4 * n
}

/// `2019-03-01`, `2019/3/1 8:00`, `2019年3月`, `20190301`.
fn is_date(cell: &str) -> bool {
    let n_digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let year: Option<u32> = cell.get(..4).and_then(|year| year.parse().ok());
    let is_year = year.is_some_and(|year| (1900..=2100).contains(&year));
    let rest = &cell[n_digits..];
    let is_plain = cell.chars().count() <= 25
        && rest.chars().all(|c| c.is_ascii_digit() || " -/.:年月日时分秒T+Z".contains(c));
    is_year && is_plain && matches!((n_digits, rest.is_empty()), (4, _) | (6 | 8, true))
}

/// A short name with the end of one of a place.
fn is_place(cell: &str) -> bool {
    cell.chars().count() <= 12 && cell.ends_with(['省', '市', '县', '区', '州', '盟', '旗'])
}
