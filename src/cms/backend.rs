//! Where the forms save: the code host, and what the page must be allowed to connect to.

use serde_json::{Value, json};

use crate::config::Repository;
use crate::vocabulary::CodeHost;
use crate::web_address::{origin, path};

/// Where the forms save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A repository on GitHub.
    GitHub,
    /// A repository on GitLab.
    GitLab,
    /// A repository on Gitea or Forgejo.
    Gitea,
    /// A clone on this computer, which the browser asks for.
    Local,
    /// The browser's own storage, to try the forms.
    Test,
}

impl From<CodeHost> for Host {
    fn from(host: CodeHost) -> Self {
        match host {
            CodeHost::GitHub => Self::GitHub,
            CodeHost::GitLab => Self::GitLab,
            CodeHost::Gitea => Self::Gitea,
        }
    }
}

/// The public hosts, whose addresses the forms know.
const GITHUB: &str = "https://github.com";
const GITLAB: &str = "https://gitlab.com";
const GITEA: &str = "https://gitea.com";

impl Host {
    /// Whether a saved entry becomes a request to merge.
    pub(super) fn has_review(self) -> bool {
        matches!(self, Self::GitHub | Self::GitLab)
    }

    /// The `backend` of the settings. `None` where the address of the repository is needed and there is none.
    pub(super) fn backend(self, repository: Option<&Repository>) -> Option<Value> {
        match self {
            Self::Test => return Some(json!({ "name": "test-repo" })),
            // The forms offer the clone on a page that this computer serves, beside the host that they know.
            Self::Local => {
                let host = repository.map_or(Self::GitHub, |repository| repository.host.into());
                let known = host.backend(repository);
                return known.or_else(|| Some(json!({ "name": "github", "repo": "local/book" })));
            }
            _ => {}
        }
        let repository = repository?;
        let origin = origin(&repository.url)?;
        let mut backend = json!({ "repo": path(&repository.url)?, "branch": repository.branch });
        match self {
            Self::GitLab => {
                backend["name"] = json!("gitlab");
                backend["auth_type"] = json!("pkce");
                if origin != GITLAB {
                    backend["base_url"] = json!(origin);
                    backend["api_root"] = json!(format!("{origin}/api/v4"));
                    backend["graphql_api_root"] = json!(format!("{origin}/api/graphql"));
                }
            }
            Self::Gitea => {
                backend["name"] = json!("gitea");
                if origin != GITEA {
                    backend["base_url"] = json!(origin);
                    backend["api_root"] = json!(format!("{origin}/api/v1"));
                }
            }
            _ => {
                backend["name"] = json!("github");
                if origin != GITHUB {
                    backend["api_root"] = json!(format!("{origin}/api/v3"));
                    backend["graphql_api_root"] = json!(format!("{origin}/api/graphql"));
                }
            }
        }
        Some(backend)
    }

    /// The addresses that the page connects to, beside its own site.
    pub(super) fn connects_to(self, repository: Option<&Repository>) -> Vec<String> {
        let own = repository.and_then(|repository| origin(&repository.url));
        let known = |public: &str, also: &[&str]| match &own {
            Some(own) if own != public => vec![own.clone()],
            _ => [&[public], also].concat().into_iter().map(str::to_owned).collect(),
        };
        match self {
            Self::GitHub => known(GITHUB, &["https://api.github.com", "https://www.githubstatus.com"]),
            Self::GitLab => known(GITLAB, &["https://status-api.hostedstatus.com"]),
            Self::Gitea => known(GITEA, &[]),
            Self::Local | Self::Test => Vec::new(),
        }
    }
}
