//! The closed word lists of the content model: what a contributor may write where a choice is asked for.

/// A closed list of words.
pub trait Choice: Copy + Sized + 'static {
    /// Every choice with the word for it, in the order of the documentation.
    const CHOICES: &'static [(&'static str, Self)];
    /// What each of them means, in the same order.
    const MEANINGS: &'static [&'static str];

    /// The choice that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::CHOICES.iter().find(|(name, _)| *name == word).map(|(_, choice)| *choice)
    }
}

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $(#[doc = $meaning:literal] $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $meaning] $variant,)+ }
        impl Choice for $name {
            const CHOICES: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
            const MEANINGS: &'static [&'static str] = &[$($meaning),+];
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
    /// What kind of promise an item is: each has its own way to be judged.
    Kind {
        /// Has an end.
        Deliverable = "deliverable",
        /// Has a cadence.
        Recurring = "recurring",
        /// Has no end.
        Continuing = "continuing",
        /// Happens once.
        Event = "event",
        /// Starts when something happens.
        Conditional = "conditional",
        /// Only its parts have a status.
        Container = "container",
        /// "Others": no status.
        CatchAll = "catch-all",
        /// Nobody says which.
        Unstated = "unstated",
    }
}

choices! {
    /// The code hosts whose addresses planbook knows.
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
    /// What the responsible body claims, set only by a dated update.
    Status {
        /// No public information was found. What there is when nobody reports; it cannot be claimed.
        NotReported = "not-reported",
        /// Something is known, but nobody said how far the item has come; it cannot be claimed either.
        NotStated = "not-stated",
        /// Work has not begun.
        NotStarted = "not-started",
        /// Work goes on towards an end.
        InProgress = "in-progress",
        /// Done again and again, as promised.
        Continuing = "continuing",
        /// Done.
        Completed = "completed",
        /// Interrupted.
        OnHold = "on-hold",
        /// Ended without completion.
        Closed = "closed",
    }
}

choices! {
    /// How far work in progress has come.
    Degree {
        /// Little.
        Limited = "limited",
        /// Much.
        Substantial = "substantial",
    }
}

choices! {
    /// How a closed item ended.
    Outcome {
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Replaced by something else.
        Superseded = "superseded",
        /// Goes on in a later edition.
        CarriedForward = "carried-forward",
        /// Went into another item.
        Merged = "merged",
        /// Its ground fell away.
        Lapsed = "lapsed",
        /// It ended because its work was done.
        Concluded = "concluded",
    }
}

choices! {
    /// What an update is.
    UpdateKind {
        /// News of the work.
        Progress = "progress",
        /// People met, or will.
        Meeting = "meeting",
        /// The due date moved.
        DateChange = "date-change",
        /// The promise was reworded.
        TextAmendment = "text-amendment",
        /// An earlier update was wrong.
        Correction = "correction",
        /// A report that nothing changed.
        NoChange = "no-change",
        /// The item ends.
        Closure = "closure",
    }
}

choices! {
    /// The state of a meeting. Announced is not held.
    MeetingState {
        /// Announced.
        Planned = "planned",
        /// It took place.
        Held = "held",
        /// Put off.
        Postponed = "postponed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

choices! {
    /// Whether something is in a source or is our reading.
    Basis {
        /// A source says it.
        Stated = "stated",
        /// Our reading.
        Inferred = "inferred",
    }
}

choices! {
    /// How a forum relates to the plan.
    ForumBasis {
        /// The plan names it.
        Stated = "stated",
        /// Our reading.
        Inferred = "inferred",
        /// It arose after the plan.
        Later = "later",
    }
}

choices! {
    /// How sure the date and the links of an update are.
    Confidence {
        /// Sure.
        High = "high",
        /// Likely.
        Medium = "medium",
        /// Doubtful.
        Low = "low",
    }
}

choices! {
    /// How an update bears on its items.
    Scope {
        /// It is what the item promises.
        Direct = "direct",
        /// It bears on the subject, and is not the promised act.
        Context = "context",
        /// It goes further than the plan.
        Beyond = "beyond",
    }
}

choices! {
    /// What kind of document proves something.
    EvidenceClass {
        /// A treaty or arrangement.
        Agreement = "agreement",
        /// A text that the parties issued together.
        JointStatement = "joint-statement",
        /// Minutes or an official account of a meeting.
        MeetingRecord = "meeting-record",
        /// A party's own news.
        PressRelease = "press-release",
        /// Says that something will happen.
        Announcement = "announcement",
        /// A parliament's papers.
        ParliamentaryRecord = "parliamentary-record",
        /// Any other paper of a government.
        OfficialDocument = "official-document",
        /// Spoken words.
        Speech = "speech",
        /// A study.
        Report = "report",
        /// The press.
        News = "news",
        /// A standing web page.
        Website = "website",
        /// None of these.
        Other = "other",
    }
}

choices! {
    /// What a third party says of an item.
    Verdict {
        /// Nothing to judge by.
        NoEvidence = "no-evidence",
        /// Not done, and no longer to be expected.
        NotDone = "not-done",
        /// Not begun.
        NotStarted = "not-started",
        /// Little done.
        Limited = "limited",
        /// Much done.
        Substantial = "substantial",
        /// All done.
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
        /// Takes its own updates.
        Manual = "manual",
    }
}

choices! {
    /// How an item continues one of another edition.
    Continuation {
        /// Word for word.
        Unchanged = "unchanged",
        /// Reworded.
        Amended = "amended",
        /// One of several that came of it.
        Split = "split",
        /// Took in several.
        Merged = "merged",
    }
}

choices! {
    /// What a forum is.
    ForumKind {
        /// Two parties.
        Bilateral = "bilateral",
        /// Three.
        Trilateral = "trilateral",
        /// Several, by choice.
        Plurilateral = "plurilateral",
        /// Those of a region.
        Regional = "regional",
        /// Open to all states.
        Global = "global",
        /// Sent to a place.
        Mission = "mission",
        /// Set up to report.
        Commission = "commission",
        /// An agreement between states.
        Treaty = "treaty",
    }
}

choices! {
    /// Who may see a record.
    Audience {
        /// Everybody.
        Public = "public",
        /// Those who keep the plan.
        Internal = "internal",
    }
}

/// What the lines begin with that bound a block of a text for one audience.
pub const FENCE: &str = ":::";
