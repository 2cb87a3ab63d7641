/** Over which values of the declared attributes the change of a figure divides. */
package com.opsatc.process.split;
