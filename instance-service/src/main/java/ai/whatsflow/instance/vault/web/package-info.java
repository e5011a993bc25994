/** The vault over HTTP, for nodes. */
@NullMarked
package ai.whatsflow.instance.vault.web;

import org.jspecify.annotations.NullMarked;
