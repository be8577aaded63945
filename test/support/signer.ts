// The key that signs the checkpoints of tests: RFC 8032, test 1.
import { ed25519Key, signerOf } from '../../src/domain/signed-note.ts';

/** A signer everybody knows the private key of. */
export const TEST_SIGNER = signerOf([
  ed25519Key('ssj.example.gov.cn/log', Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')),
]);
