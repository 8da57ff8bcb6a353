let context: AudioContext | null = null;

/** The audio of the page. Browsers let it speak only after somebody touched the page. */
function audio(): AudioContext {
  context ??= new AudioContext();
  return context;
}

/** Two short tones, the second higher. Silent where the browser does not let the page speak yet. */
export async function beep(): Promise<void> {
  const own = audio();
  if (own.state === 'suspended') await Promise.race([own.resume(), new Promise((done) => setTimeout(done, 300))]);
  if (own.state !== 'running') return;
  tone(own, { from: 0, hertz: 660 });
  tone(own, { from: 0.18, hertz: 880 });
}

const LENGTH = 0.16;

function tone(own: AudioContext, { from, hertz }: { readonly from: number; readonly hertz: number }): void {
  const begin = own.currentTime + from;
  const oscillator = new OscillatorNode(own, { type: 'sine', frequency: hertz });
  const gain = new GainNode(own, { gain: 0 });
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(0.25, begin + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH);
  oscillator.connect(gain).connect(own.destination);
  oscillator.start(begin);
  oscillator.stop(begin + LENGTH);
}

/** Lets the page speak from the first touch on, for whoever has left the sound on. */
export function wakeOnTouch(): () => void {
  const wake = () => void audio().resume();
  const once = { once: true };
  document.addEventListener('pointerdown', wake, once);
  document.addEventListener('keydown', wake, once);
  return () => {
    document.removeEventListener('pointerdown', wake);
    document.removeEventListener('keydown', wake);
  };
}
