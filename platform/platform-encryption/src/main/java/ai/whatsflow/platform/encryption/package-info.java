/** Encryption at rest of the few secrets a service has to keep: sealed with AES-256-GCM, keyed from outside. */
@NullMarked
package ai.whatsflow.platform.encryption;

import org.jspecify.annotations.NullMarked;
