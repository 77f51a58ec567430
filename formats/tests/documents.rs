//! Word documents and spreadsheets, made here of the parts that matter.

mod pack;

use chengyan_formats::{Columns, Opened, Part, Table, delimited, guess, open, rows};
use pack::{file, zip};

fn docx(body: &str, more: &[(&str, &str)]) -> Opened {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let mut files = vec![file("word/document.xml", document.as_bytes())];
    files.extend(more.iter().map(|(name, content)| file(name, content.as_bytes())));
    open("a.docx", &zip(&files), &|_| String::new())
}

fn text(opened: &Opened) -> &str {
    match opened.parts.first() {
        Some(Part::Text { text, .. }) => text,
        _ => "",
    }
}

fn table(opened: &Opened) -> Table {
    match opened.parts.first() {
        Some(Part::Table(table)) => table.clone(),
        other => panic!("no table: {other:?} {:?}", opened.refusals),
    }
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn what_stands_in_a_document_is_read_and_what_does_not_is_not() {
    let cases: &[(&str, String, &str)] = &[
        ("runs", "<w:p><w:r><w:t>抓</w:t></w:r><w:r><w:tab/><w:t>产业 &amp; &#x6C34;利</w:t><w:br/><w:t>二</w:t></w:r></w:p>".into(), "抓\t产业 & 水利\n二\n"),
        ("deleted", format!("<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>{}", p("完")), "新\n完\n"),
        ("deleted mark", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>留</w:t></w:r></w:p>".into(), "留\n"),
        ("moved", "<w:p><w:moveFrom><w:r><w:t>原处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>".into(), "新处\n"),
        ("hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r></w:p>".into(), "显\n"),
        ("field", "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>文</w:t></w:r></w:p>".into(), "文\n"),
        ("reading", "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhuā</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>抓</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>".into(), "抓\n"),
        ("text box once", format!("<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>{box_}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{box_}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>", box_ = p("框中")), "前后\n框中\n"),
        ("table", format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("一"), p("二"), p("三")), "一\t二 三\n"),
        ("frame of one cell", format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("一"), p("二")), "一\n二\n"),
        ("table in a table", format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>", p("一"), p("甲"), p("乙")), "一\t甲\t乙\n"),
        ("list", "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>".into(), "- 项\n"),
        ("broken", format!("{}<w:p><w:r><w:t>半</w:t></w:r", p("整")), "整\n半\n"),
    ];
    for (name, body, want) in cases {
        assert_eq!(text(&docx(body, &[])), *want, "{name}");
    }
}

#[test]
fn headings_are_known_by_their_styles_in_any_language() {
    let styles = "<w:styles><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"a\"><w:name w:val=\"小节\"/><w:basedOn w:val=\"b\"/></w:style>\
        <w:style w:styleId=\"b\"><w:name w:val=\"节\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
        <w:style w:styleId=\"c\"><w:name w:val=\"c\"/><w:basedOn w:val=\"c\"/></w:style></w:styles>";
    let styled = |id: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [styled("1", "甲市"), styled("a", "产业"), styled("c", "正文")].concat();
    assert_eq!(text(&docx(&body, &[("word/styles.xml", styles)])), "# 甲市\n## 产业\n正文\n");
}

#[test]
fn notes_stand_at_the_end_and_the_title_among_the_properties() {
    let notes = format!(
        "<w:footnotes><w:footnote w:type=\"separator\">{}</w:footnote><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>",
        p("线"),
        p("注")
    );
    let core = "<cp:coreProperties><dc:title>甲市的一年</dc:title></cp:coreProperties>";
    let more = [
        ("word/footnotes.xml", notes.as_str()),
        ("docProps/core.xml", core),
        ("word/header1.xml", "<w:p><w:t>页眉</w:t></w:p>"),
        ("word/comments.xml", "<w:p><w:t>批注</w:t></w:p>"),
    ];
    let opened = docx(&p("文"), &more);
    assert_eq!(text(&opened), "文\n注\n");
    assert!(matches!(&opened.parts[0], Part::Text { title: Some(title), .. } if title == "甲市的一年"));
    assert_eq!(docx("", &[]).refusals[0].why.code(), "empty");
}

fn xlsx(sheets: &[&str]) -> Opened {
    let list: String = (1..=sheets.len()).map(|n| format!("<sheet name=\"表{n}\" r:id=\"r{n}\"/>")).collect();
    let targets: String = (1..=sheets.len())
        .map(|n| format!("<Relationship Id=\"r{n}\" Target=\"worksheets/s{n}.xml\"/>"))
        .collect();
    let paths: Vec<String> = (1..=sheets.len()).map(|n| format!("xl/worksheets/s{n}.xml")).collect();
    let workbook = format!("<workbook><sheets>{list}</sheets></workbook>");
    let targets = format!("<Relationships>{targets}</Relationships>");
    let strings = "<sst><si><t>正文</t></si><si><t>城市</t></si><si><r><t>德州</t></r><r><t>抓产业</t></r><rPh><t>デ</t></rPh></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>\
        <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>";
    let mut files = vec![
        file("xl/workbook.xml", workbook.as_bytes()),
        file("xl/_rels/workbook.xml.rels", targets.as_bytes()),
        file("xl/sharedStrings.xml", strings.as_bytes()),
        file("xl/styles.xml", styles.as_bytes()),
    ];
    files.extend(paths.iter().zip(sheets).map(|(path, sheet)| file(path, sheet.as_bytes())));
    open("a.xlsx", &zip(&files), &|_| String::new())
}

const SHEET: &str = "<worksheet><sheetData>\
    <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>日期</t></is></c></row>\
    <row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"str\"><v>德州市</v></c><c r=\"C3\" s=\"1\"><v>43525</v></c></row>\
    <row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>又抓水利</t></is></c></row>\
    </sheetData><mergeCells><mergeCell ref=\"B3:B4\"/></mergeCells></worksheet>";

#[test]
fn a_sheet_is_a_table_with_dates_and_merged_cells() {
    let table = table(&xlsx(&[SHEET, "<worksheet/>"]));
    assert_eq!(
        (table.name.as_str(), table.columns.as_slice()),
        ("a.xlsx", ["正文", "城市", "日期"].map(String::from).as_slice())
    );
    assert_eq!(table.rows[0], (3, ["德州抓产业", "德州市", "2019-03-01"].map(String::from).to_vec()));
    assert_eq!(table.rows[1], (4, ["又抓水利", "德州市"].map(String::from).to_vec()));
    let columns = guess(&table);
    assert_eq!(columns, Columns { text: Some(0), place: Some(1), date: Some(2), ..Columns::default() });
    let documents = rows(&table, &columns).rows;
    assert_eq!(documents[0].name, "a.xlsx#3");
    assert_eq!((documents[1].place.as_deref(), documents[1].date.as_deref()), (Some("德州市"), None));
}

#[test]
fn several_sheets_are_several_tables() {
    let names: Vec<String> = xlsx(&[SHEET, SHEET])
        .parts
        .iter()
        .map(|part| match part {
            Part::Table(table) => table.name.clone(),
            _ => String::new(),
        })
        .collect();
    assert_eq!(names, ["a.xlsx/表1", "a.xlsx/表2"]);
}

#[test]
fn a_sheet_that_promises_millions_of_cells_costs_nothing() {
    let cells = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>远</v></c><c r=\"A1\" t=\"str\"><v>近</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1048576:A99999999999\"/></mergeCells></worksheet>";
    assert_eq!(table(&xlsx(&[cells])).rows, [(1_048_576, vec!["近".to_owned()])]);
}

#[test]
fn csv_is_read_whatever_stands_between_the_cells() {
    for (text, want) in [
        ("正文,城市\n抓产业,德州\n", ["抓产业", "德州"]),
        ("\u{feff}正文;城市\n\"抓产业;抓水利\";德州\n", ["抓产业;抓水利", "德州"]),
        ("sep=;\r\n正文;城市\r\n一,二;德州\r\n", ["一,二", "德州"]),
        ("正文\t城市\n抓，产业,\t德州\n", ["抓，产业,", "德州"]),
        ("正文,城市\n\"说：\"\"抓\"\"\n产业\",德州\n", ["说：\"抓\"\n产业", "德州"]),
    ] {
        let table = table(&delimited("a.csv", text));
        assert_eq!(table.columns, ["正文", "城市"], "{text}");
        assert_eq!(table.rows, [(2, want.map(String::from).to_vec())], "{text}");
    }
}

#[test]
fn columns_are_guessed_by_name_then_by_content_and_can_be_named() {
    let long = "德州今年要抓产业，产业园区要扩建，工人要培训。";
    let by_content = table(&delimited(
        "a.csv",
        &format!("编号,所属,讲话稿,何时\n1,德州市,{long},2019/3/1\n2,聊城市,{long},2019/3/2\n"),
    ));
    let guessed = guess(&by_content);
    assert_eq!(guessed, Columns { text: Some(2), place: Some(1), date: Some(3), ..Columns::default() });
    let named = guessed.clone().named("text=B，title=讲话稿, date=", &by_content).expect("they are there");
    assert_eq!(named, Columns { text: Some(1), place: Some(1), title: Some(2), ..Columns::default() });
    assert_eq!(guessed.clone().named("text=没有", &by_content), Err("没有".to_owned()));
    assert_eq!(guessed.named("colour=B", &by_content), Err("colour".to_owned()));
}

#[test]
fn a_table_may_have_a_title_above_its_head_or_no_head() {
    let titled = table(&delimited("a.csv", "各市报道,,\n标题,正文,来源\n甲,抓产业,某报\n"));
    assert_eq!((titled.columns[1].as_str(), titled.rows[0].0), ("正文", 3));
    let long = "德州今年要抓产业，产业园区要扩建，产业工人也要好好培训一番。";
    let bare = table(&delimited("a.csv", &format!("2019-03-01,{long}\n2019-03-02,{long}\n")));
    assert_eq!((bare.columns.as_slice(), bare.rows.len()), (["A", "B"].map(String::from).as_slice(), 2));
    assert_eq!(guess(&bare).text, Some(1));
}

#[test]
fn rows_without_text_are_named() {
    let table = table(&delimited("a.csv", "正文,城市\n抓产业,德州\n,聊城\n"));
    let found = rows(&table, &guess(&table));
    assert_eq!(
        (found.rows.len(), found.refusals[0].why.code(), found.refusals[0].why.detail()),
        (1, "rows-without-text", "3".into())
    );
    let none = rows(&table, &Columns::default());
    assert_eq!(
        (none.refusals[0].why.code(), none.refusals[0].why.detail()),
        ("no-text-column", "正文 | 城市".into())
    );
}

#[test]
fn a_table_is_read_up_to_its_limit() {
    let text = format!("正文\n{}", "抓产业\n".repeat(6_000));
    let opened = delimited("a.csv", &text);
    assert_eq!(table(&opened).rows.len(), 5_000);
    assert_eq!(opened.refusals[0].why.code(), "too-many-rows");
}

#[test]
fn what_is_made_to_grow_stops_at_a_limit() {
    // Paragraphs and tables within one another, thousands deep.
    let deep = ["<w:p><w:r><w:t>x</w:t>".repeat(20_000), "<w:tbl><w:tr><w:tc>".repeat(20_000)].concat();
    assert!(text(&docx(&deep, &[])).len() < 100);
    // One long string in each of many cells.
    let long = "长".repeat(2_000_000);
    let cells: String =
        (1..=200).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    let parts = [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<a><Relationship Id=\"r\" Target=\"s.xml\"/></a>"),
        ("xl/sharedStrings.xml", strings.as_str()),
        ("xl/s.xml", sheet.as_str()),
    ];
    let files: Vec<_> = parts.iter().map(|(name, content)| file(name, content.as_bytes())).collect();
    let opened = open("a.xlsx", &zip(&files), &|_| String::new());
    assert_eq!(opened.refusals[0].why.code(), "too-many-rows");
    let n_bytes: usize = table(&opened).rows.iter().flat_map(|(_, row)| row).map(String::len).sum();
    assert!(n_bytes <= 64 << 20, "{n_bytes} bytes");
}
