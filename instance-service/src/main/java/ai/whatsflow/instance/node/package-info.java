/** Device nodes: how they are, who speaks for them, and how they are told what to do. */
@NullMarked
package ai.whatsflow.instance.node;

import org.jspecify.annotations.NullMarked;
