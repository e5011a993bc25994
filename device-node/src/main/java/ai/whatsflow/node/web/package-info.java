/** What the platform calls: commands and the list of sessions. */
@NullMarked
package ai.whatsflow.node.web;

import org.jspecify.annotations.NullMarked;
