// Opens a SMART Health Link as a receiver that is not ours does: LINK [PASSCODE] [EMBEDDED_LENGTH_MAX]. Prints its
// resources, or the name of the library's own error and exit status 1.
import { SHLViewer } from 'kill-the-clipboard';

const [link, passcode, most] = process.argv.slice(2);
try {
  const { fhirResources } = await new SHLViewer({ shlinkURI: link }).resolveSHL({
    recipient: 'A clinic',
    passcode: passcode || undefined,
    embeddedLengthMax: most === undefined ? undefined : Number(most),
  });
  console.log(JSON.stringify(fhirResources));
} catch (error) {
  console.log(error.constructor.name);
  process.exitCode = 1;
}
