//! Tones, one at a time, made by the browser itself. Opened only when a reader asks to hear something.

use web_sys::{AudioContext, AudioNode, GainNode, OscillatorNode, OscillatorType};

/// How a tone sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wave {
    /// Soft and pure.
    Sine,
    /// Soft, with some edge.
    Triangle,
    /// Bright.
    Saw,
    /// Hollow.
    Square,
}

/// A tone.
#[derive(Clone, Copy, Debug)]
pub struct Tone {
    /// Frequency.
    pub pitch_hz: f64,
    /// Length in milliseconds.
    pub for_ms: u32,
    /// From −1 (left) to 1 (right).
    pub pan: f64,
    /// How it sounds.
    pub wave: Wave,
}

/// Seconds in which a tone swells and fades: without them it would click.
const SWELL: f64 = 0.015;
const FADE: f64 = 0.06;

/// The loudspeaker. Dropping it gives it back to the device.
pub struct Audio {
    context: AudioContext,
    sounding: Option<(OscillatorNode, GainNode)>,
}

impl Audio {
    /// Opens the loudspeaker; `None` where the browser has none. Browsers want this to follow from a click.
    pub fn open() -> Option<Self> {
        if cfg!(not(target_arch = "wasm32")) {
            return None;
        }
        let context = AudioContext::new().ok()?;
        // Some browsers hand it out asleep. If it stays so there is nothing to hear, and no harm.
        let _ = context.resume();
        Some(Self { context, sounding: None })
    }

    /// Plays a tone; the one before it ends. `None` if the browser refused.
    pub fn play(&mut self, tone: Tone) -> Option<()> {
        self.hush();
        let (wave, loud) = match tone.wave {
            // Waves with more overtones sound louder than they are.
            Wave::Sine => (OscillatorType::Sine, 0.30),
            Wave::Triangle => (OscillatorType::Triangle, 0.32),
            Wave::Saw => (OscillatorType::Sawtooth, 0.10),
            Wave::Square => (OscillatorType::Square, 0.10),
        };
        let source = self.context.create_oscillator().ok()?;
        let gain = self.context.create_gain().ok()?;
        source.set_type(wave);
        source.frequency().set_value(tone.pitch_hz as f32);
        let start = self.context.current_time() + 0.01;
        let end = start + f64::from(tone.for_ms) / 1000.0;
        let level = gain.gain();
        level.set_value_at_time(0.0, start).ok()?;
        level.linear_ramp_to_value_at_time(loud, start + SWELL).ok()?;
        level.set_value_at_time(loud, (end - FADE).max(start + SWELL)).ok()?;
        level.linear_ramp_to_value_at_time(0.0, end).ok()?;
        source.connect_with_audio_node(&gain).ok()?;
        self.toward_ears(&gain, tone.pan)?;
        source.start_with_when(start).ok()?;
        source.stop_with_when(end + 0.02).ok()?;
        self.sounding = Some((source, gain));
        Some(())
    }

    /// To the loudspeaker, by way of a place between left and right where the browser knows such.
    fn toward_ears(&self, gain: &AudioNode, pan: f64) -> Option<()> {
        let ears = self.context.destination();
        let Ok(place) = self.context.create_stereo_panner() else {
            return gain.connect_with_audio_node(&ears).ok().map(|_| ());
        };
        place.pan().set_value(pan as f32);
        gain.connect_with_audio_node(&place).ok()?;
        place.connect_with_audio_node(&ears).ok().map(|_| ())
    }

    /// Ends what is sounding, softly.
    pub fn hush(&mut self) {
        if let Some((source, gain)) = self.sounding.take() {
            let now = self.context.current_time();
            let level = gain.gain();
            let _ = level.cancel_scheduled_values(now);
            let _ = level.set_target_at_time(0.0, now, SWELL);
            let _ = source.stop_with_when(now + 0.1);
        }
    }
}

impl Drop for Audio {
    fn drop(&mut self) {
        let _ = self.context.close();
    }
}
