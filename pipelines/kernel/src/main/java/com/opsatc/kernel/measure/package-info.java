/**
 * Which measures a pass over a view has, and what they find together; each lives in a folder of its own. A new one is a class there,
 * and a line here.
 */
package com.opsatc.kernel.measure;
