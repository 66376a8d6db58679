//! The closed word lists of the content model: what a contributor may write where a choice is asked for.

/// A closed list of words.
pub trait Choice: Copy + Sized + 'static {
    /// Every choice with the word for it, in the order of the documentation.
    const CHOICES: &'static [(&'static str, Self)];
    /// What each of them means, in the same order.
    const MEANINGS: &'static [&'static str];
    /// Words that nobody writes: what they stand for follows from other things.
    const NOT_WRITTEN: &'static [&'static str] = &[];

    /// The choice that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::CHOICES.iter().find(|(name, _)| *name == word).map(|(_, choice)| *choice)
    }
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident $(except $not_written:expr,)? { $(#[doc = $meaning:literal] $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $meaning] $variant,)+ }
        impl Choice for $name {
            const CHOICES: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
            const MEANINGS: &'static [&'static str] = &[$($meaning),+];
            $(const NOT_WRITTEN: &'static [&'static str] = $not_written;)?
        }
        impl $name {
            /// The word for it, as written in content, addresses and message keys.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

choices! {
    /// The type of commitment of an item: each has its own measure of progress.
    Kind {
        /// Has an end.
        Deliverable = "deliverable",
        /// Repeats at an interval.
        Recurring = "recurring",
        /// Has no end.
        Continuing = "continuing",
        /// Happens once.
        Event = "event",
        /// Starts when something happens.
        Conditional = "conditional",
        /// Only its parts have a status.
        Container = "container",
        /// A catch-all item such as "others", without a status.
        CatchAll = "catch-all",
        /// Nobody says which.
        Unstated = "unstated",
    }
}

choices! {
    /// By which of its two calendar years a fiscal year is called.
    FiscalYearName {
        /// The year in which it begins: from July 2023 to June 2024 is FY2023.
        First = "first",
        /// The year in which it ends: from July 2023 to June 2024 is FY2024.
        Last = "last",
    }
}

choices! {
    /// What kind of page a link of an item leads to.
    LinkClass {
        /// A forum, consultation or thread where people talk about it.
        Discussion = "discussion",
        /// An issue or task in a tracking system.
        Tracker = "tracker",
        /// The page of a project or programme.
        Project = "project",
        /// The page of a partner.
        Partner = "partner",
        /// Data or an indicator.
        Data = "data",
        /// A document.
        Document = "document",
        /// Any other page.
        Other = "other",
    }
}

choices! {
    /// What those who report expect: whether the item will be done as planned.
    Outlook {
        /// It will be done as planned.
        OnTrack = "on-track",
        /// It may be late, or less than planned.
        AtRisk = "at-risk",
        /// It will be late, or less than planned, unless something changes.
        OffTrack = "off-track",
    }
}

choices! {
    /// Groups of tags that planbook knows.
    BuiltinTags {
        /// The 17 Sustainable Development Goals of the United Nations.
        Sdg = "sdg",
    }
}

choices! {
    /// The kinds of record that can have a field of the plan's own.
    FieldHolder {
        /// Items and their parts.
        Item = "item",
        /// Areas.
        Area = "area",
        /// Updates, also short ones.
        Update = "update",
        /// Agencies.
        Agency = "agency",
    }
}

choices! {
    /// What the values of a field of the plan's own are.
    FieldType {
        /// A text of one line or more.
        Text = "text",
        /// One of the `values`.
        Choice = "choice",
        /// A number: digits, with a `.` before decimals.
        Number = "number",
        /// A sum of money: the code of the currency, a space and a number, such as `EUR 14200000`.
        Amount = "amount",
        /// A date.
        Date = "date",
        /// A web address.
        Url = "url",
        /// `true` or `false`.
        Boolean = "boolean",
    }
}

choices! {
    /// The lists to which the menu of a site leads, by their names in URLs.
    SiteList {
        /// The dashboards.
        Progress = "progress",
        /// All areas.
        Areas = "areas",
        /// All items.
        Items = "items",
        /// Rounds of reporting, on the internal site.
        Rounds = "rounds",
        /// Items by status.
        Status = "status",
        /// Items by type of commitment.
        Kinds = "kinds",
        /// Items by tag.
        Tags = "tags",
        /// Records by the fields that the plan declares.
        Fields = "fields",
        /// All agencies.
        Agencies = "agencies",
        /// All forums.
        Forums = "forums",
        /// All updates.
        Updates = "updates",
        /// Meetings and due dates.
        Calendar = "calendar",
        /// All sources.
        Sources = "sources",
        /// Abbreviations and names.
        Glossary = "glossary",
        /// The whole plan on one page.
        Plan = "plan",
        /// The editions of the plan.
        Editions = "editions",
        /// The open data.
        Data = "data",
    }
}

choices! {
    /// The groups of the menu of a site.
    MenuGroup {
        /// What became of the plan.
        Progress = "progress",
        /// What the plan says.
        Plan = "plan",
        /// Who carries it out.
        Bodies = "bodies",
        /// What happened, and where that is known from.
        History = "history",
        /// What helps to read the site.
        About = "about",
    }
}

choices! {
    /// The code hosts whose URLs planbook knows.
    CodeHost {
        /// GitHub.
        GitHub = "github",
        /// GitLab.
        GitLab = "gitlab",
        /// Gitea or Forgejo.
        Gitea = "gitea",
    }
}

choices! {
    /// The status that the responsible body reports, set only by a dated update.
    Status except &["not-reported", "not-stated"], {
        /// No public information was found. An update cannot set this status.
        NotReported = "not-reported",
        /// There is public information, but no source states a status. An update cannot set this status.
        NotStated = "not-stated",
        /// Work has not started.
        NotStarted = "not-started",
        /// Work is under way and will end.
        InProgress = "in-progress",
        /// Carried out regularly, without an end.
        Continuing = "continuing",
        /// Finished, with evidence.
        Completed = "completed",
        /// Interrupted.
        OnHold = "on-hold",
        /// Ended without completion.
        Closed = "closed",
    }
}

choices! {
    /// Which way the numbers of an indicator should go.
    Aim {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// It should stay as it is.
        Keep = "keep",
    }
}

choices! {
    /// How far work in progress has come.
    Degree {
        /// Limited progress.
        Limited = "limited",
        /// Substantial progress.
        Substantial = "substantial",
    }
}

choices! {
    /// How a closed item ended.
    Outcome {
        /// Withdrawn by the parties.
        Withdrawn = "withdrawn",
        /// Replaced by something else.
        Superseded = "superseded",
        /// Continued in a later edition of the plan.
        CarriedForward = "carried-forward",
        /// Merged into another item.
        Merged = "merged",
        /// No longer relevant, because circumstances changed.
        Lapsed = "lapsed",
        /// It ended because its work was done.
        Concluded = "concluded",
    }
}

choices! {
    /// The type of update.
    UpdateKind {
        /// News about the work.
        Progress = "progress",
        /// A meeting, held or announced.
        Meeting = "meeting",
        /// The due date changed.
        DateChange = "date-change",
        /// The text of the plan changed.
        TextAmendment = "text-amendment",
        /// Corrects an earlier update.
        Correction = "correction",
        /// A report that nothing changed.
        NoChange = "no-change",
        /// The item ends.
        Closure = "closure",
    }
}

choices! {
    /// The state of a meeting. An announced meeting does not count as held.
    MeetingState {
        /// Announced.
        Planned = "planned",
        /// The meeting took place.
        Held = "held",
        /// Moved to a later date.
        Postponed = "postponed",
        /// The meeting will not take place.
        Cancelled = "cancelled",
    }
}

choices! {
    /// Whether a source states something or the editors inferred it.
    Basis {
        /// A source states it.
        Stated = "stated",
        /// The editors inferred it.
        Inferred = "inferred",
    }
}

choices! {
    /// How an agency in a role relates to the plan.
    RoleBasis {
        /// The plan names it.
        Stated = "stated",
        /// The editors inferred it.
        Inferred = "inferred",
        /// A later official source made it responsible.
        Later = "later",
    }
}

impl From<Basis> for RoleBasis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Stated => Self::Stated,
            Basis::Inferred => Self::Inferred,
        }
    }
}

choices! {
    /// How a forum relates to the plan.
    ForumBasis {
        /// The plan names it.
        Stated = "stated",
        /// The editors inferred it.
        Inferred = "inferred",
        /// Created after the plan.
        Later = "later",
    }
}

choices! {
    /// How certain the date and the links of an update are.
    Confidence {
        /// Certain.
        High = "high",
        /// Likely.
        Medium = "medium",
        /// Doubtful.
        Low = "low",
    }
}

choices! {
    /// How an update relates to its items.
    Scope {
        /// It is an action that the item commits to.
        Direct = "direct",
        /// It is related to the subject, but not the action that the item commits to.
        Context = "context",
        /// It goes beyond the plan.
        Beyond = "beyond",
    }
}

choices! {
    /// The type of document.
    EvidenceClass {
        /// A treaty or arrangement.
        Agreement = "agreement",
        /// A text that the parties issued jointly.
        JointStatement = "joint-statement",
        /// Minutes or an official account of a meeting.
        MeetingRecord = "meeting-record",
        /// News that a party publishes itself.
        PressRelease = "press-release",
        /// Announces that something will happen.
        Announcement = "announcement",
        /// A document of a parliament.
        ParliamentaryRecord = "parliamentary-record",
        /// Any other document of a government.
        OfficialDocument = "official-document",
        /// The text of a speech.
        Speech = "speech",
        /// A study or report.
        Report = "report",
        /// An article in the press.
        News = "news",
        /// A permanent web page.
        Website = "website",
        /// Any other document.
        Other = "other",
    }
}

choices! {
    /// The assessment of an item by a third party.
    Verdict {
        /// There is no evidence.
        NoEvidence = "no-evidence",
        /// Not done, and no longer to be expected.
        NotDone = "not-done",
        /// Work has not started, in the view of the assessor.
        NotStarted = "not-started",
        /// Limited progress, in the view of the assessor.
        Limited = "limited",
        /// Substantial progress, in the view of the assessor.
        Substantial = "substantial",
        /// Complete, in the view of the assessor.
        Complete = "complete",
    }
}

choices! {
    /// How a container's status follows from its parts.
    Rollup {
        /// Complete when all parts are.
        All = "all",
        /// Complete when one part is.
        Any = "any",
        /// Has its own status, from its own updates.
        Manual = "manual",
    }
}

choices! {
    /// How an item continues one of another edition.
    Continuation {
        /// Word for word.
        Unchanged = "unchanged",
        /// With a changed text.
        Amended = "amended",
        /// One of several items that the old item became.
        Split = "split",
        /// Several old items became this one.
        Merged = "merged",
    }
}

choices! {
    /// The type of forum.
    ForumKind {
        /// Two parties.
        Bilateral = "bilateral",
        /// Three parties.
        Trilateral = "trilateral",
        /// Several parties that chose each other.
        Plurilateral = "plurilateral",
        /// The countries of a region.
        Regional = "regional",
        /// Open to all states.
        Global = "global",
        /// A mission to a place.
        Mission = "mission",
        /// A commission that reports.
        Commission = "commission",
        /// A standing group that oversees or decides.
        Committee = "committee",
        /// A group that works on one subject.
        WorkingGroup = "working-group",
        /// An agreement between states.
        Treaty = "treaty",
    }
}

choices! {
    /// Who may see a record.
    Audience {
        /// Everybody.
        Public = "public",
        /// The people who maintain the plan.
        Internal = "internal",
    }
}

/// The start of the lines that open and close a block of a text for one audience.
pub const FENCE: &str = ":::";
