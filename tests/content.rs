//! The authored content: the real files are valid, and what an author may break is said with file, place and remedy.
use ngay_so::site::content::{Report, load};
use std::path::Path;
#[test]
fn the_real_content_is_valid() {
    match load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")) {
        Ok(content) => println!("{} {}", content.summary(), content.bundle().len()),
        Err(faults) => panic!("{}", Report(&faults)),
    }
}
