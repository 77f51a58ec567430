//! Which place each block is about.
//!
//! Two ways. A document that says of itself which places it is about (by title, headings or the office of its one
//! speaker) has a frame: then only those places, their counties and, failing these, the cities around them draw a
//! block. A document without a frame is read block by block by what each names as its subject.
//! In both, a block that names nothing goes with the one before.

use super::code::{Code, Level};
use super::credit::{by_members, by_names, carried, credit, named_here, nothing, province_speech};
use super::frame::{Frame, Member, Switch, is_city};
use super::gazetteer::Gazetteer;
use super::outcome::{Assigned, Attribution, Outline, Reason, ReasonKind, Status};
use super::reading::{BlockReading, Reading, read};
use super::sections::credit_sections;
use super::strength::{Named, SUBJECT};
use super::suggestion::{Likely, likely_prefectures, suggest};
use crate::order::Order;
use crate::text::Span;
use std::collections::BTreeSet;

/// Credits each block of the document to its place: one attribution for each block, in order.
///
/// What the reader says comes first: of a block, then of the document; then what the text says.
pub fn attribute(gazetteer: &Gazetteer, outline: &Outline) -> Vec<Attribution> {
    let given = outline.given.map(str::trim).filter(|given| !given.is_empty());
    let mut attributions = match given {
        Some(given) => vec![of_column(gazetteer, given); outline.blocks.len()],
        None => of_text(gazetteer, outline),
    };
    for attribution in &mut attributions {
        attribution.reason.until = until(gazetteer, outline, attribution);
    }
    for (attribution, block) in attributions.iter_mut().zip(&outline.blocks) {
        if let Some(assigned) = block.assigned {
            *attribution = of_reader(gazetteer, assigned);
        }
    }
    attributions
}

/// The year until which one of the places bore the name by which it was known.
fn until(gazetteer: &Gazetteer, outline: &Outline, attribution: &Attribution) -> Option<u16> {
    let Reason { name, block, spans, .. } = &attribution.reason;
    let text = match block {
        Some(index) => outline.blocks.get(*index)?.text,
        None => outline.title.unwrap_or_default(),
    };
    let of_text = spans.iter().filter_map(|span| text.get(span.start..span.end));
    let mut names = of_text.chain([name.as_str()]);
    names.find_map(|name| gazetteer.until(name, &attribution.places))
}

/// What the place column says: the places that it names, or none where it is not clear which.
fn of_column(gazetteer: &Gazetteer, given: &str) -> Attribution {
    let places = gazetteer.resolve(given);
    let kind = if places.is_empty() { ReasonKind::Nothing } else { ReasonKind::Given };
    credit(places, Reason::new(kind, given, None, Vec::new()))
}

/// What the reader says of one block; a code that is no place is none.
fn of_reader(gazetteer: &Gazetteer, assigned: Assigned) -> Attribution {
    let place = match assigned {
        Assigned::Place(code) => gazetteer.place(code),
        Assigned::Several | Assigned::Unknown => None,
    };
    let places: Vec<Code> = place.iter().map(|place| place.code).collect();
    let name = place.map_or("", |place| place.name);
    let credited = credit(places, Reason::new(ReasonKind::Assigned, name, None, Vec::new()));
    match assigned {
        Assigned::Several => Attribution { status: Status::Several, ..credited },
        _ => credited,
    }
}

/// What the text itself says.
fn of_text(gazetteer: &Gazetteer, outline: &Outline) -> Vec<Attribution> {
    let reading = read(gazetteer, outline);
    let frame = Frame::of(&reading);
    let base = frame.province.as_ref().map(|member| by_members(&[member]));
    let likely = likely_prefectures(&reading);
    let only_place = only_place(&reading, &frame);
    let mut walk =
        Walk { reading: &reading, frame: &frame, likely: &likely, only_place, current: None, base };
    let mut attributions: Vec<Attribution> =
        (0..reading.blocks.len()).map(|index| walk.step(index)).collect();
    lines_before_dateline(&reading, &mut attributions);
    credit_sections(&reading, &frame, &mut attributions);
    suggest(&reading, &likely, &mut attributions);
    attributions
}

/// A line of the title that names nothing goes with the dateline below it.
#[inline(never)]
fn lines_before_dateline(reading: &Reading, attributions: &mut [Attribution]) {
    let Some(first) = attributions.iter().position(|attribution| attribution.status != Status::Unknown)
    else {
        return;
    };
    let Some(dateline) =
        attributions.get(first).filter(|found| found.reason.kind == ReasonKind::Dateline).cloned()
    else {
        return;
    };
    for (attribution, _) in
        attributions.iter_mut().zip(&reading.blocks).take(first).filter(|(_, block)| block.is_title)
    {
        attribution.clone_from(&dateline);
    }
}

/// The way through the blocks.
struct Walk<'r, 'a> {
    reading: &'r Reading<'a>,
    frame: &'r Frame,
    likely: &'r [Likely],
    /// The one city of a document without a frame that names no other.
    only_place: Option<Attribution>,
    /// What a block gets that names nothing.
    current: Option<Attribution>,
    /// What the document is about where no city has been named yet: the city of the dateline, or the province.
    base: Option<Attribution>,
}

impl Walk<'_, '_> {
    #[inline(never)]
    fn step(&mut self, index: usize) -> Attribution {
        let Some(block) = self.reading.blocks.get(index) else { return nothing() };
        if let Some(Switch { places, words, spans }) = self.frame.switches.get(index).and_then(Option::as_ref)
        {
            let reason = Reason::new(ReasonKind::Heading, words, Some(index), spans.clone());
            let switched = credit(places.clone(), reason);
            self.current = Some(switched.clone());
            return switched;
        }
        if let Some(current) = self.current.as_ref().filter(|current| self.stays_under_heading(current)) {
            return current.clone();
        }
        if block.is_title {
            return self.title_line(block, index);
        }
        let drawn = if self.frame.members.is_empty() {
            self.subjects(block, index)
        } else {
            self.members(block, index)
        };
        match drawn {
            Some(drawn) => self.moved(drawn),
            None => self.without_names(block, index),
        }
    }

    fn stays_under_heading(&self, current: &Attribution) -> bool {
        self.frame.is_by_headings && current.reason.kind == ReasonKind::Heading
    }

    /// A line of the title is about what the title is about, and moves nothing.
    fn title_line(&self, block: &BlockReading, index: usize) -> Attribution {
        let drawn = if self.frame.members.is_empty() { None } else { self.members(block, index) };
        drawn.or_else(|| self.of_frame()).unwrap_or_else(nothing)
    }

    /// Keeps the place of the block for those that follow.
    #[inline(never)]
    fn moved(&mut self, drawn: Attribution) -> Attribution {
        match drawn.status {
            // An unnamed city that speaks of one of its districts goes on to speak of itself.
            Status::About if self.is_of_unnamed_city(&drawn) => {}
            Status::About => self.current = Some(drawn.clone()),
            // A paragraph on several places between two on one place is an aside.
            Status::Several
                if self.current.as_ref().is_none_or(|current| current.status == Status::Several) =>
            {
                self.current = Some(drawn.clone());
            }
            Status::Province if self.current.is_none() => self.base = Some(drawn.clone()),
            _ => {}
        }
        // A document that opens with the province returns to it after each city.
        if self.frame.members.is_empty()
            && self.base.as_ref().is_some_and(|base| base.status == Status::Province)
        {
            self.current = None;
        }
        drawn
    }

    fn is_of_unnamed_city(&self, drawn: &Attribution) -> bool {
        let is_frameless = self.frame.members.is_empty();
        is_frameless && self.likely.iter().any(|likely| likely.is_unnamed_around(self.reading, &drawn.places))
    }

    /// The members of the frame that the block names, or, failing these, whose counties it names.
    #[inline(never)]
    fn members(&self, block: &BlockReading, index: usize) -> Option<Attribution> {
        let gazetteer = self.reading.gazetteer;
        let is_member = |named: &&Named| self.frame.members.iter().any(|member| member.code == named.code);
        let direct: Vec<&Named> = block.named.iter().filter(is_member).collect();
        if !direct.is_empty() {
            return Some(named_here(&direct, index));
        }
        let mut places: Vec<Code> = Vec::new();
        let mut score = 0;
        let mut names: Vec<&Named> = Vec::new();
        for named in &block.named {
            let Some(member) = self.frame.member_of(gazetteer, named.code) else { continue };
            score += named.score;
            names.push(named);
            if !places.contains(&member.code) {
                places.push(member.code);
            }
        }
        if score >= SUBJECT {
            return Some(credit(places, by_names(ReasonKind::Named, &names, index)));
        }
        self.guest(block, index)
    }

    /// Somebody who opens a block with an office elsewhere speaks for that place, whatever the frame.
    #[inline(never)]
    fn guest(&self, block: &BlockReading, index: usize) -> Option<Attribution> {
        let guest =
            block.named.first().filter(|named| named.is_office && named.opens && is_city(named.code))?;
        let is_around = |member: &Member| self.reading.gazetteer.is_within(member.code, guest.code);
        (!self.frame.members.iter().any(is_around)).then(|| named_here(&[guest], index))
    }

    /// What the block names as its subject, in a document without a frame.
    #[inline(never)]
    fn subjects(&self, block: &BlockReading, index: usize) -> Option<Attribution> {
        // Somebody from there may be asked, but what is told of a model is not its own words.
        let is_model = |named: &Named| {
            let is_around = |&model: &Code| self.reading.gazetteer.is_within(named.code, model);
            !named.is_office && self.reading.models.iter().any(is_around)
        };
        let own: Vec<Named> = block.named.iter().copied().filter(|named| !is_model(named)).collect();
        let subjects = leading_subjects(self.reading.gazetteer, &own);
        if let [province] = subjects[..]
            && !is_city(province.code)
        {
            return Some(province_speech(province, index));
        }
        // A city that lists its districts goes on speaking.
        let speaks_of = |city: &Attribution| matches!(city.places[..], [city] if subjects.iter().all(|named| self.reading.gazetteer.is_within(named.code, city)));
        if subjects.len() > 1
            && let Some(city) = self.current.as_ref().filter(|current| speaks_of(current))
        {
            return Some(carried(city));
        }
        (!subjects.is_empty()).then(|| named_here(&subjects, index))
    }

    /// A block that names no place that could draw it.
    #[inline(never)]
    fn without_names(&mut self, block: &BlockReading, index: usize) -> Attribution {
        if let Some(all) = self.all_members(block, index) {
            return all;
        }
        if self.current.is_none() || self.frame.members.is_empty() {
            if let Some(own) = self.around(block, index) {
                self.base = Some(own.clone());
                return own;
            }
        } else if let Some(own) = self.ancestor(block, index, |named| named.opens && named.score > SUBJECT) {
            return own;
        }
        if let Some(from) = self.current.as_ref().or(self.base.as_ref()) {
            return carried(from);
        }
        self.whole_city(block, index)
            .or_else(|| self.of_frame())
            .or_else(|| self.only_place.clone())
            .unwrap_or_else(nothing)
    }

    /// 两市, 三地 in a document about as many places: all of them.
    #[inline(never)]
    fn all_members(&self, block: &BlockReading, index: usize) -> Option<Attribution> {
        let members = &self.frame.members;
        let number = "两三四五六七八九十".chars().nth(members.len().checked_sub(2)?)?;
        let text = block.piece.text;
        let words = ['市', '地', '县', '区', '城'].map(|kind| format!("{number}{kind}"));
        let start = words.iter().filter_map(|words| text.find(words.as_str())).min()?;
        let span = Span::new(start, start + words.first()?.len());
        let codes = members.iter().map(|member| member.code).collect();
        let reason = Reason::new(ReasonKind::Named, text.get(start..span.end)?, Some(index), vec![span]);
        Some(credit(codes, reason))
    }

    /// Before any member has been named: the dateline, a city around the members, or the province.
    #[inline(never)]
    fn around(&self, block: &BlockReading, index: usize) -> Option<Attribution> {
        let dateline = block.dateline.filter(|&(code, _)| is_city(code) && self.is_near(code));
        if let Some((code, words)) = dateline.filter(|_| level_of_speech(&block.piece) != Some(Level::County))
        {
            let reason = Reason::new(ReasonKind::Dateline, words, Some(index), Vec::new());
            return Some(credit(vec![code], reason));
        }
        if self.frame.members.is_empty() {
            return None;
        }
        // A lead above headings may be the province's; one below a title that lists cities is of these.
        let is_open = self.frame.members.len() == 1
            || self.frame.members.iter().all(|member| member.kind == ReasonKind::Heading);
        self.ancestor(block, index, |named| is_city(named.code) || (is_open && named.score > SUBJECT))
    }

    /// Whether the place of a dateline may speak for the document.
    fn is_near(&self, code: Code) -> bool {
        let gazetteer = self.reading.gazetteer;
        let is_kin = |member: &Member| {
            gazetteer.is_within(code, member.code) || gazetteer.is_within(member.code, code)
        };
        self.frame.members.iter().all(is_kin)
    }

    /// A place around a member that the block names.
    fn ancestor(
        &self,
        block: &BlockReading,
        index: usize,
        counts: impl Fn(&Named) -> bool,
    ) -> Option<Attribution> {
        let gazetteer = self.reading.gazetteer;
        let is_around = |named: &&Named| {
            self.frame
                .members
                .iter()
                .any(|member| member.code != named.code && gazetteer.is_within(member.code, named.code))
        };
        let around = block.named.iter().filter(is_around).filter(|named| counts(named));
        let smallest = around.max_by_key(|named| named.code.level())?;
        Some(if is_city(smallest.code) {
            named_here(&[smallest], index)
        } else {
            province_speech(smallest, index)
        })
    }

    /// 全市, 各区县 before the district has been named: the city in which it lies speaks.
    #[inline(never)]
    fn whole_city(&self, block: &BlockReading, index: usize) -> Option<Attribution> {
        let [member] = &self.frame.members[..] else { return None };
        let city = self.reading.gazetteer.roll_up(member.code, Level::Prefecture);
        let is_city_speech = level_of_speech(&block.piece) == Some(Level::Prefecture);
        let place = self.reading.gazetteer.place(member.code)?;
        let is_below = city != member.code && !place.name.ends_with('市');
        let spans = CITY_SPEECH.iter().find_map(|words| {
            block.piece.text.find(words).map(|start| Span::new(start, start + words.len()))
        });
        let reason = Reason::new(ReasonKind::WholeCity, place.name, Some(index), spans.into_iter().collect());
        (is_below && is_city_speech).then(|| credit(vec![city], reason))
    }

    /// All members of the frame, for a block that comes before the first of them: only where the title lists them,
    /// or where there is but one.
    fn of_frame(&self) -> Option<Attribution> {
        let members: Vec<&Member> = match &self.frame.members[..] {
            [only] => vec![only],
            several => several.iter().filter(|member| member.kind == ReasonKind::Title).collect(),
        };
        if members.is_empty() || (members.len() == 1 && self.frame.members.len() > 1) {
            return None;
        }
        Some(by_members(&members))
    }
}

/// The one city of a document without a frame that names no other.
fn only_place(reading: &Reading, frame: &Frame) -> Option<Attribution> {
    const SURELY: u32 = 4;
    let named = || reading.blocks.iter().flat_map(|block| &block.named).filter(|named| is_city(named.code));
    let first = named().next().filter(|_| frame.members.is_empty())?;
    let is_only = named().all(|other| other.code == first.code);
    let score: u32 = named().map(|named| named.score).sum();
    let block =
        reading.blocks.iter().position(|block| block.named.iter().any(|named| named.code == first.code))?;
    (is_only && score >= SURELY)
        .then(|| credit(vec![first.code], by_names(ReasonKind::OnlyPlace, &[first], block)))
}

/// The subjects of a block: the strongest place and those nearly as strong, without those that lie in or around it.
#[inline(never)]
fn leading_subjects<'n, 'a>(gazetteer: &Gazetteer, named: &'n [Named<'a>]) -> Vec<&'n Named<'a>> {
    let subjects = || named.iter().filter(|named| named.score >= SUBJECT);
    let n_cities = subjects().filter(|named| is_city(named.code)).count();
    // A city is a closer answer than the province that is named beside it.
    let mut ranked: Vec<&Named> = subjects().filter(|named| n_cities == 0 || is_city(named.code)).collect();
    ranked.order_by_key(|named| std::cmp::Reverse(named.score));
    let strongest = ranked.first().map_or(0, |named| named.score);
    let mut leading: Vec<&Named> = Vec::new();
    let mut codes: BTreeSet<Code> = BTreeSet::new();
    for named in ranked.into_iter().filter(|named| 2 * named.score >= strongest) {
        let is_in = [Level::Province, Level::Prefecture, Level::County]
            .iter()
            .any(|&level| codes.contains(&gazetteer.roll_up(named.code, level)));
        if !is_in && codes.range(named.code.below()).next().is_none() {
            codes.insert(named.code);
            leading.push(named);
        }
    }
    leading.order_by_key(|named| named.start);
    leading
}

/// Words by which a block speaks for a whole prefecture.
const CITY_SPEECH: [&str; 7] = ["全市", "我市", "市委", "各区县", "各县区", "县市区", "各区市"];

/// Whether the block speaks for a whole prefecture (全市) or for a county (全县), where it says only one of the two.
fn level_of_speech(piece: &super::mention::Piece) -> Option<Level> {
    let says = |words: &[&str]| words.iter().any(|words| piece.text.contains(words));
    let is_city = says(&CITY_SPEECH);
    let is_county = says(&["全县", "我县", "县委", "全区", "我区", "区委"]);
    match (is_city, is_county) {
        (true, false) => Some(Level::Prefecture),
        (false, true) => Some(Level::County),
        _ => None,
    }
}
