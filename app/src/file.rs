//! Files that the page hands to the person.

use web_sys::{HtmlAnchorElement, Url};

use crate::{browser, photo};

/// Hands the person a file with this text.
pub(crate) fn download(name: &str, mime: &str, text: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(&photo::blob(&text.into(), mime)?).ok()?;
    let link: HtmlAnchorElement = browser::element("a")?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}
