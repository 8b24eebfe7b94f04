//! Packs a picture as a small PNG: one byte a pixel. Charts have fewer than 256 colours, so nothing is lost; of a map's
//! thousands, the rarest edge tints take the nearest of the others, which no eye tells apart.

use super::{Outcome, stop};
use std::collections::BTreeMap;

/// How many colours a byte can name.
const MOST: usize = 256;

/// Red, green and blue in one number.
type Colour = u32;

/// Packs opaque pixels, four bytes each.
pub fn pack(pixels: &[u8], width: u32, height: u32) -> Outcome<Vec<u8>> {
    let mut counts: BTreeMap<Colour, u32> = BTreeMap::new();
    // Neighbours are mostly equal: count by runs.
    let runs = runs(pixels);
    for (colour, run) in &runs {
        *counts.entry(*colour).or_default() += run;
    }
    let mut colours: Vec<(u32, Colour)> = counts.iter().map(|(colour, n)| (*n, *colour)).collect();
    colours.sort_by(|a, b| b.cmp(a));
    let palette: Vec<Colour> = colours.iter().take(MOST).map(|(_, colour)| *colour).collect();
    let place: BTreeMap<Colour, u8> = colours.iter().map(|(_, c)| (*c, nearest(&palette, *c))).collect();
    let mut bytes = vec![0; pixels.len() / 4];
    let mut rest = bytes.as_mut_slice();
    for (colour, run) in runs {
        let byte = place.get(&colour).copied().unwrap_or_default();
        let (same, after) = rest.split_at_mut_checked(run as usize).unwrap_or_default();
        same.fill(byte);
        rest = after;
    }
    let mut out = Vec::new();
    let wrong = |e: png::EncodingError| stop!("Không gói được hình PNG: {e}");
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.iter().flat_map(|c| parts(*c)).collect::<Vec<u8>>());
    encoder.set_compression(png::Compression::Balanced);
    // Numbers of colours have no neighbourhood that a filter could use.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(wrong)?;
    writer.write_image_data(&bytes).map_err(wrong)?;
    writer.finish().map_err(wrong)?;
    Ok(out)
}

/// Colours in reading order, each with how many pixels it goes on for.
fn runs(mut pixels: &[u8]) -> Vec<(Colour, u32)> {
    let mut out = Vec::new();
    while let [r, g, b, _, ..] = pixels {
        let long = run(pixels);
        out.push((u32::from_be_bytes([0, *r, *g, *b]), (long / 4) as u32));
        pixels = pixels.get(long..).unwrap_or_default();
    }
    out
}

/// For how many bytes the first pixel goes on. In great leaps: the build is not optimised, comparing slices is.
fn run(pixels: &[u8]) -> usize {
    let same = |from: usize, size: usize| {
        let next = pixels.get(from..from + size);
        next.is_some() && next == pixels.get(..size)
    };
    let mut long = 4;
    while same(long, long) {
        long *= 2;
    }
    let mut leap = long / 2;
    while leap >= 4 {
        if same(long, leap) {
            long += leap;
        }
        leap /= 2;
    }
    // What is left of a run after leaps of every size is less than one pixel.
    long
}

/// The place of the colour that differs least.
fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let [r, g, b] = parts(colour).map(i32::from);
    let mut best = (i32::MAX, 0);
    for (place, other) in palette.iter().enumerate() {
        let [x, y, z] = parts(*other).map(i32::from);
        let (x, y, z) = (r - x, g - y, b - z);
        let far = x * x + y * y + z * z;
        if far < best.0 {
            best = (far, place);
        }
        if far == 0 {
            break;
        }
    }
    best.1 as u8
}

fn parts(colour: Colour) -> [u8; 3] {
    let [_, r, g, b] = colour.to_be_bytes();
    [r, g, b]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpack(packed: &[u8]) -> Vec<u8> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(packed));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut out = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut out).unwrap();
        out
    }

    #[test]
    fn few_colours_come_back_to_the_byte() {
        let pixels: Vec<u8> =
            (0..64 * 32_u32).flat_map(|i| [(i % 7) as u8 * 30, 9, (i % 3) as u8, 255]).collect();
        let packed = pack(&pixels, 64, 32).unwrap();
        assert!(runs(&pixels).len() <= 64 * 32);
        let wanted: Vec<u8> = pixels.chunks(4).flat_map(|p| p[..3].to_vec()).collect();
        assert_eq!(unpack(&packed), wanted);
    }

    #[test]
    fn runs_are_found_whatever_their_length() {
        for long in 1..70_usize {
            let pixels =
                [[1, 2, 3, 255].repeat(long), [4, 5, 6, 255].repeat(3), [1, 2, 3, 255].repeat(long)].concat();
            let wanted = [(0x01_0203, long as u32), (0x04_0506, 3), (0x01_0203, long as u32)];
            assert_eq!(runs(&pixels), wanted, "{long}");
        }
    }

    #[test]
    fn of_many_colours_the_common_ones_stay() {
        // A broad field of one colour, and a thousand tints of which each is there once.
        let mut pixels: Vec<u8> = [251, 247, 239, 255].repeat(9000);
        pixels.extend((0..1000_u32).flat_map(|i| [(i % 256) as u8, (i / 4) as u8, 20, 255]));
        let back = unpack(&pack(&pixels, 100, 100).unwrap());
        assert!(back.chunks(3).take(9000).all(|p| p == [251, 247, 239]));
        for (was, is) in pixels.chunks(4).zip(back.chunks(3)).skip(9000) {
            let far: i32 = (0..3).map(|i| (i32::from(was[i]) - i32::from(is[i])).abs()).sum();
            assert!(far < 255, "{was:?} {is:?}");
        }
    }
}
