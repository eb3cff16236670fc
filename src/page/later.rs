//! Files that the page loads later, if ever.

/// Where a file is: in the folder that the page names, as each version has one of its own, or else
/// beside the page.
pub fn address(file: &str) -> String {
    let folder = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("data-later"))
        .unwrap_or_default();
    format!("./{folder}{file}")
}
