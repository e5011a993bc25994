/** Recognises nodes that call us. */
@NullMarked
package ai.whatsflow.instance.node.web;

import org.jspecify.annotations.NullMarked;
