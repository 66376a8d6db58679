//! Whom the server answers. A page of another site can make a browser send requests here under a name of its own (DNS
//! rebinding), and would then read the drafts of a plan. So the name must be one of ours, and so must the site that asks, on
//! every address.

use std::net::{IpAddr, SocketAddr};

use super::{HttpRequest, Refusal};

/// The names under which this server may be asked.
#[derive(Debug, Clone)]
pub struct Guard {
    names: Vec<String>,
    port: u16,
    /// Bound to every address of the machine, so perhaps behind another port of a container's host.
    anywhere: bool,
}

impl Guard {
    /// The guard of a server at `address` that was started for `host`.
    pub fn new(host: &str, address: SocketAddr) -> Self {
        let bound = address.ip();
        let mut names: Vec<String> = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
        names.push(bound.to_string());
        names.push(host.to_ascii_lowercase());
        Self { names, port: address.port(), anywhere: bound.is_unspecified() }
    }

    /// Looks at the names that a request carries.
    ///
    /// # Errors
    /// When one of them is not ours.
    pub fn check(&self, request: &HttpRequest) -> Result<(), Refusal> {
        if !request.hosts.iter().all(|host| self.admits(host)) {
            return Err(Refusal::new(421, "this server does not accept that host name; see --host"));
        }
        if !request.origins.iter().all(|origin| self.is_own(origin, &request.hosts)) {
            return Err(Refusal::new(403, "this server does not answer pages of other sites"));
        }
        Ok(())
    }

    /// Whether a page with this origin is one of this server: it stands where the request goes to, or at another name of ours.
    /// Another site could not read an answer, but could hold connections open.
    fn is_own(&self, origin: &str, hosts: &[String]) -> bool {
        let host = origin.strip_prefix("http://").map(|host| (host, 80));
        let Some((host, usual)) = host.or_else(|| Some((origin.strip_prefix("https://")?, 443))) else {
            return false;
        };
        let place = |host| split(host).map(|(name, port)| (name.to_ascii_lowercase(), port.unwrap_or(usual)));
        let Some((name, port)) = place(host) else { return false };
        let ours = self.names.contains(&name) && port == self.port;
        ours || hosts.iter().any(|host| place(host) == Some((name.clone(), port)))
    }

    fn admits(&self, host: &str) -> bool {
        let Some((name, port)) = split(host) else { return false };
        let name = name.to_ascii_lowercase();
        let known = self.names.contains(&name);
        if self.anywhere {
            // A number cannot be rebound: the attack needs a name that its owner can point elsewhere.
            return known || name.parse::<IpAddr>().is_ok();
        }
        known && port.unwrap_or(80) == self.port
    }
}

/// Name and port, without the brackets of an IPv6 address.
fn split(host: &str) -> Option<(&str, Option<u16>)> {
    let port = |text: &str| match text.is_empty() {
        true => Some(None),
        false => {
            let digits = text.strip_prefix(':').filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()))?;
            digits.parse().ok().map(Some)
        }
    };
    if let Some(rest) = host.strip_prefix('[') {
        let (name, rest) = rest.split_once(']')?;
        return Some((name, port(rest)?));
    }
    let end = host.find(':').unwrap_or(host.len());
    Some((&host[..end], port(&host[end..])?)).filter(|(name, _)| !name.is_empty())
}
