import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { handler } from 'altcha-lib/workers/shared';

// The package's own worker carries Node's crypto along; this one is the browser's alone.
handler({ deriveKey });
