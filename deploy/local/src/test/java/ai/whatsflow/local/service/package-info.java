/** Tests of the package of the same name. */
@NullMarked
package ai.whatsflow.local.service;

import org.jspecify.annotations.NullMarked;
