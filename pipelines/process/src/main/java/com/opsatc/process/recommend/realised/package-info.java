/** What is seen of steps since a tenant says that levers were pulled on them: before and after, against steps that nobody touched (definition realised-effect). */
package com.opsatc.process.recommend.realised;
